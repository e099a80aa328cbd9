/** Where people's connections to a node arrive. One origin can pass it on to the node. */
export const mediaPath = '/media';
