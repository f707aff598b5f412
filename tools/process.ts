/**
 * How the server's process is started where memory matters: by `npm start`, by the image and by the benchmarks. The
 * young generation of the heap takes three times its semi-space, and needs no more (decision 034). Of glibc's
 * allocator: buffers of a photo's size are given back to the system when they are freed, instead of being kept in
 * pieces in an arena for each thread that encrypts. Together 100 MB less, at the same processor time (decision 032).
 */
export const NODE_FLAGS = ['--max-semi-space-size=8'];
export const MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536' };
