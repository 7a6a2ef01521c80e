/** Who asks: verified claims, never what a client says of itself. */
export interface Identity {
  readonly subject: string;
  readonly organization: string;
  readonly office: string | null;
  readonly roles: readonly string[];
}

/** Fills the context until callers are verified; services listen on loopback only as long as it is used. */
export const developmentIdentity: Identity = {
  subject: 'development',
  organization: 'development',
  office: null,
  roles: ['DEVELOPER'],
};
