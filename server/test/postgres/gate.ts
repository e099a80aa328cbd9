/** Lets nobody through until so many have arrived; whoever comes later passes at once. */
export function gate(awaited: number): { arrive: () => Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return {
    arrive: () => {
      if (++arrived >= awaited) resolve();
      return promise;
    },
  };
}
