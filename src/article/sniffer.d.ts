declare module 'html-encoding-sniffer' {
  interface SnifferOptions {
    readonly transportLayerEncodingLabel?: string;
    readonly defaultEncoding?: string;
  }
  /** Canonical name of the encoding of an HTML document. */
  export default function sniff(bytes: Uint8Array, options?: SnifferOptions): string;
}
