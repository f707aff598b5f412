/** Changes of less than this are rounding, CSS pixels. */
const STEP = 1;

/** Tells how high the content is, whenever that changes. @returns a function that ends it. */
export function followHeight(content: Element, tell: (height: number) => void): () => void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (Math.abs(height - last) < STEP) return;
    last = height;
    tell(height);
  });
  observer.observe(content);
  return () => observer.disconnect();
}
