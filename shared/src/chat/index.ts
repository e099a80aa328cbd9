export { mayWrite, turnsOnBookings, type Relation } from './may-write.ts';
