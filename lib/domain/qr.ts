/** A QR code as a drawing: a path of dark squares in a field of `size` by `size` units. */
export interface Qr {
  size: number
  path: string
}
