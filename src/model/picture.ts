/** A picture and what is said about it. */
export interface Picture {
  /** Absolute http(s) address. */
  readonly src: string;
  /** The `srcset` attribute's value, absolute addresses. */
  readonly srcset?: string;
  /** Pixels. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}
