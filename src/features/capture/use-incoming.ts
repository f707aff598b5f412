import { useEffect, useRef, useState } from 'react';

const firstFile = (data: DataTransfer | null): File | null => data?.files[0] ?? null;

/**
 * Takes a file that is dropped anywhere on the page or pasted into it. True while something is dragged over,
 * so that the page can show where it may go.
 */
export function useIncoming(onFile: (file: File) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const handler = useRef(onFile);
  useEffect(() => {
    handler.current = onFile;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      const file = firstFile(event.dataTransfer);
      if (file) handler.current(file);
    };
    const paste = (event: ClipboardEvent) => {
      const file = firstFile(event.clipboardData);
      if (file) handler.current(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return dragging;
}
