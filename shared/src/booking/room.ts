/** Minutes by which the room is open around its session. @see W1 */
export interface RoomMargins {
  before: number;
  after: number;
}
