export { mayWrite, type Relation } from './may-write.ts';
