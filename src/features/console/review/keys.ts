/** Under which names the cache keeps what belongs to one application. */
export const reviewKey = (id: string) => ['review', id] as const;
export const trailKey = (id: string) => ['trail', id] as const;
export const imageKey = (id: string, attempt: number) => ['image', id, attempt] as const;
