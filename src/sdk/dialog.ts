const set = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
  // Property by property: a page's policy may forbid style attributes, never this.
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
};

/** As wide as the form with its margins, CSS pixels. */
const WIDTH = '30rem';
/** Windows narrower than this are filled. */
const NARROW = '(max-width: 34rem), (max-height: 30rem)';

export interface Modal {
  readonly close: () => void;
}

/**
 * Shows a frame over the page: a native modal dialog, which keeps the focus inside and makes the rest inert.
 * The focus goes back to where it was. @param onClose Escape, or a click beside the frame.
 */
export function openModal(host: Element, frame: HTMLIFrameElement, onClose: () => void): Modal {
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', frame.title);
  set(dialog, {
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    'max-width': 'none',
    'max-height': 'none',
    margin: '0',
    padding: '0',
    border: '0',
    display: 'grid',
    'place-items': 'center',
    background: 'rgb(20 18 16 / 0.6)',
  });
  const narrow = window.matchMedia(NARROW);
  const size = (): void =>
    set(frame, {
      width: narrow.matches ? '100%' : WIDTH,
      height: narrow.matches ? '100%' : 'min(56rem, 100% - 3rem)',
      'border-radius': narrow.matches ? '0' : '10px',
    });
  size();
  narrow.addEventListener('change', size);
  dialog.append(frame);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onClose();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && onClose());
  host.append(dialog);
  dialog.showModal();
  frame.focus();
  return {
    close: () => {
      narrow.removeEventListener('change', size);
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
    },
  };
}

/** A frame as wide as its place and without a border of its own. */
export function styleFrame(frame: HTMLIFrameElement, height: string): void {
  set(frame, {
    display: 'block',
    width: '100%',
    height,
    border: '0',
    background: 'transparent',
    'color-scheme': 'normal',
  });
}

export const setHeight = (frame: HTMLIFrameElement, px: number): void =>
  set(frame, { height: `${Math.ceil(px)}px` });
