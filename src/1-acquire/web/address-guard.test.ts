import { describe, expect, it } from 'vitest';
import { isPublicAddress, isWebPort } from './address-guard.ts';

describe('public addresses', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '151.101.1.67',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
  ]) {
    it(`${address} may be reached`, () => expect(isPublicAddress(address)).toBe(true));
  }
});

describe('addresses that may not be reached', () => {
  const refused: [string, string][] = [
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback, all of 127/8'],
    ['0.0.0.0', 'this host'],
    ['0.1.2.3', 'this network'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'cloud metadata'],
    ['169.254.170.2', 'container credentials'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.100.100.200', 'cloud metadata in carrier-grade NAT'],
    ['192.0.0.192', 'cloud metadata in protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.9', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['::7f00:1', 'IPv4-compatible in hex'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:7f00:1', 'IPv4-mapped in hex'],
    ['::ffff:8.8.8.8', 'IPv4-mapped, even of a public address'],
    ['::ffff:0:127.0.0.1', 'IPv4-translated'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b::169.254.169.254', 'NAT64 of metadata'],
    ['64:ff9b:1::a00:1', 'local NAT64'],
    ['2002:7f00:1::', '6to4 of loopback'],
    ['2001:0:7f00:1::', 'Teredo'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'metadata over IPv6'],
    ['ff02::1', 'multicast'],
    ['100::1', 'discard'],
    ['2001:db8::1', 'documentation'],
    ['3fff::1', 'documentation'],
    ['5f00::1', 'segment routing'],
    ['2a00:1450:4001:81b:0:5efe:7f00:1', 'ISATAP of loopback'],
    ['2a00:1450:4001:81b:200:5efe:a00:1', 'ISATAP of a private address'],
    ['4000::1', 'not assigned'],
    ['', 'nothing'],
    ['example.org', 'a name'],
    ['127.1', 'a short form that no resolver answers with'],
  ];
  for (const [address, what] of refused) {
    it(`${address || '(empty)'}: ${what}`, () => expect(isPublicAddress(address)).toBe(false));
  }
});

describe('ports', () => {
  it('are those of the web and the unprivileged', () => {
    expect([80, 443, 8080, 8443].every(isWebPort)).toBe(true);
    expect([0, 22, 25, 110, 143, 389, 445, 993].some(isWebPort)).toBe(false);
  });
});
