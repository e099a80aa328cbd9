/** Connections of one person to one room: tabs that warm up, and one that comes back. */
export const mostVisits = 4;
