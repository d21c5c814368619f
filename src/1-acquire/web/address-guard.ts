/** Which addresses may be reached: public unicast ones, and nothing that leads to a private one by another form. */
import ipaddr from 'ipaddr.js';

/**
 * IPv6 addresses in use on the public internet are all in 2000::/3 (IANA, IPv6 Global Unicast Address Assignments);
 * within it, ipaddr.js knows the special ranges (6to4, Teredo, documentation …). What lies outside carries private
 * IPv4 addresses in several forms: mapped, compatible, NAT64, ISATAP.
 */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
/** The interface part of ISATAP (RFC 5214): an IPv4 address behind 0:5efe or 200:5efe. */
const ISATAP = [0x5efe];

/** @param address an IP address without brackets, with or without a zone */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.range() !== 'unicast') return false;
  if (!(parsed instanceof ipaddr.IPv6)) return true;
  const isIsatap = ISATAP.includes(parsed.parts[5]!) && (parsed.parts[4]! & ~0x200) === 0;
  return parsed.match(GLOBAL_IPV6) && !isIsatap;
}

/** Ports of other protocols that a crafted page could be made to talk to are refused: 80, 443 and those from 1024 up stay. */
export function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1024;
}
