/** How commands reach the web, the same for all of them. */
import type { Command } from 'commander';
import type { AcquireOptions } from '../../1-acquire/acquire.ts';

export interface WebOptions {
  offline?: boolean;
  allowHost?: string[];
  proxy?: string;
  contact?: string;
}

export function addWebOptions(command: Command): Command {
  return command
    .option('--offline', 'open no connection; an address is an error (or REPORTEDLY_OFFLINE=1)')
    .option('--allow-host <name...>', 'a private host that may be fetched from')
    .option(
      '--proxy <address>',
      'http://, socks5:// or socks5h:// (it looks names up): everything goes through it (or REPORTEDLY_PROXY)',
    )
    .option('--contact <address>', 'told to servers with the name of the program (or REPORTEDLY_CONTACT)');
}

export function webOptions({ offline, allowHost, proxy, contact }: WebOptions): AcquireOptions {
  const { REPORTEDLY_OFFLINE, REPORTEDLY_PROXY, REPORTEDLY_CONTACT } = process.env;
  const [way, about] = [proxy ?? REPORTEDLY_PROXY, contact ?? REPORTEDLY_CONTACT];
  return {
    offline: offline ?? (REPORTEDLY_OFFLINE !== undefined && !/^(?:|0|no|false)$/i.test(REPORTEDLY_OFFLINE)),
    allowHosts: allowHost ?? [],
    ...(way ? { proxy: way } : {}),
    ...(about ? { contact: about } : {}),
  };
}
