/** What may be done, and by which role. A token's scopes are permissions too: it may do what both it and its owner may. */
export const PERMISSIONS = ['read', 'export', 'add', 'decide', 'release', 'manage'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['viewer', 'coder', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read', 'export'],
  coder: ['read', 'export', 'add', 'decide'],
  editor: ['read', 'export', 'add', 'decide', 'release'],
  admin: PERMISSIONS,
};

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
export const isPermission = (text: string): text is Permission =>
  (PERMISSIONS as readonly string[]).includes(text);
