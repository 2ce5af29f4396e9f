declare const viewer: unique symbol

/**
 * Who asks. Minted by `lib/auth` from a session row and handed to every function of `lib/data`;
 * a guest has a row and a session like everybody, but neither name nor password yet.
 */
export interface Viewer {
  readonly [viewer]: true
  readonly id: string
  readonly name: string
  readonly isGuest: boolean
  /** Whether somebody else made the password and knows it. */
  readonly mustChangePassword: boolean
}
