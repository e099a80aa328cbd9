type Line = (fields: Record<string, unknown>, text: string) => void;

/** Where the node writes what an operator should know; a pino logger fits. */
export interface Log {
  info: Line;
  warn: Line;
  error: Line;
}
