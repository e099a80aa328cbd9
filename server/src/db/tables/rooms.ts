/** Every room that a booking ever had. */
export interface RoomTable {
  id: string;
  booking_id: string;
}

/** Absent: the room's first epoch. */
export interface RoomEpochTable {
  room_id: string;
  epoch: number;
}

/** The media node at which a room has its place; empty: the application's own origin. */
export interface RoomPlaceTable {
  room_id: string;
  node: string;
}

export interface AttendanceTable {
  id: string;
  booking_id: string;
  room_id: string;
  person_id: string;
  kind: 'joined' | 'left';
  happened_at: string;
}

export interface RoomTables {
  room: RoomTable;
  room_epoch: RoomEpochTable;
  room_place: RoomPlaceTable;
  attendance: AttendanceTable;
}
