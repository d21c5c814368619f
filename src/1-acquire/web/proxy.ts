/** The proxy that everything goes through, if one is set. */
import { ReportedlyError } from '../../errors.ts';

export interface ProxySetting {
  kind: 'http' | 'socks';
  /** Names of hosts are looked up by the proxy, so that no name leaves this machine in the clear. */
  looksUpNames: boolean;
  host: string;
  port: number;
  tls: boolean;
  user: string | null;
  password: string | null;
  /** Without user and password, as it may be shown. */
  shown: string;
}

const PORTS: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'socks5:': 1080,
  'socks5h:': 1080,
};

/**
 * `http://`, `https://`, `socks5://` (names are looked up and checked here) or `socks5h://` (the proxy looks them up).
 * @throws ReportedlyError `proxy-invalid`, which never repeats a password
 */
export function parseProxy(address: string): ProxySetting {
  const invalid = (reason: string) => new ReportedlyError('proxy-invalid', { reason });
  if (!URL.canParse(address)) throw invalid('it cannot be parsed');
  const { protocol, hostname, port, username, password } = new URL(address);
  const usual = PORTS[protocol];
  if (usual === undefined) throw invalid(`its scheme is ${protocol.slice(0, 20)}`);
  if (hostname === '') throw invalid('it names no host');
  const bound = port === '' ? usual : Number(port);
  return {
    kind: protocol.startsWith('socks') ? 'socks' : 'http',
    looksUpNames: protocol !== 'socks5:',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: bound,
    tls: protocol === 'https:',
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
    shown: `${protocol}//${hostname}:${bound}`,
  };
}
