/** What a path answers. */
export interface Page {
  body: string | Buffer;
  status?: number;
  headers?: Record<string, string>;
  contentType?: string;
  /** Put into the content type; the body is sent as it is. */
  charset?: string;
}
