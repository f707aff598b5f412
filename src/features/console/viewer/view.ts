/** A length in both directions, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the picture is looked at. Offsets are those of its centre from the stage's, px of the screen. */
export interface View {
  /** 1: the whole picture fits the stage. */
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Quarter turns clockwise, 0–3. */
  readonly turn: number;
  /** Index into `CONTRASTS`. */
  readonly contrast: number;
}

export const FITTED: View = { zoom: 1, x: 0, y: 0, turn: 0, contrast: 0 };

/** Steps of the contrast filter: as it is, for worn print, for the faintest. */
export const CONTRASTS = [1, 1.6, 2.4] as const;
/** One press of + or −, or one notch of a wheel. */
export const ZOOM_STEP = 1.4;
/** Beyond it a photo of 150 KB shows nothing but its own grain. */
const MAX_ZOOM = 10;
/** How much of the stage one arrow key moves the picture by. */
export const PAN_SHARE = 0.15;

/** Screen px per picture px at zoom 1. */
export function fitScale(stage: Size, picture: Size, turn: number): number {
  const [width, height] = turn % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width];
  return Math.min(stage.width / width, stage.height / height);
}

/** Keeps the picture over the stage: no side of it comes further in than the stage's own, or past its middle. */
function held(view: View, stage: Size, picture: Size): View {
  const scale = fitScale(stage, picture, view.turn) * view.zoom;
  const turned = view.turn % 2 === 1;
  const roomX = Math.max(0, (scale * (turned ? picture.height : picture.width) - stage.width) / 2);
  const roomY = Math.max(0, (scale * (turned ? picture.width : picture.height) - stage.height) / 2);
  return {
    ...view,
    x: Math.min(roomX, Math.max(-roomX, view.x)),
    y: Math.min(roomY, Math.max(-roomY, view.y)),
  };
}

export type ViewAction =
  | { readonly kind: 'zoom'; readonly factor: number; readonly at?: readonly [x: number, y: number] }
  | { readonly kind: 'pan'; readonly by: readonly [x: number, y: number] }
  /** Brings a place of the picture (px of the picture) to the middle, as far as that can be. */
  | { readonly kind: 'show'; readonly at: readonly [x: number, y: number] }
  | { readonly kind: 'turn'; readonly quarters: number }
  | { readonly kind: 'contrast' }
  | { readonly kind: 'fit' };

/** Where a place of the picture lies on the screen, px from the stage's middle, were the picture centred. */
function onScreen(
  [px, py]: readonly [number, number],
  view: View,
  stage: Size,
  picture: Size,
): [number, number] {
  const scale = fitScale(stage, picture, view.turn) * view.zoom;
  const [dx, dy] = [(px - picture.width / 2) * scale, (py - picture.height / 2) * scale];
  const turned: readonly [number, number][] = [
    [dx, dy],
    [-dy, dx],
    [-dx, -dy],
    [dy, -dx],
  ];
  return turned[view.turn]!;
}

/** The view after an action, for a picture on a stage. */
export function changeView(view: View, action: ViewAction, stage: Size, picture: Size): View {
  switch (action.kind) {
    case 'zoom': {
      const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * action.factor));
      const factor = zoom / view.zoom;
      const [ax, ay] = action.at ?? [0, 0];
      // The point under the pointer stays where it is.
      return held(
        { ...view, zoom, x: ax - (ax - view.x) * factor, y: ay - (ay - view.y) * factor },
        stage,
        picture,
      );
    }
    case 'pan':
      return held({ ...view, x: view.x + action.by[0], y: view.y + action.by[1] }, stage, picture);
    case 'show': {
      const [x, y] = onScreen(action.at, view, stage, picture);
      return held({ ...view, x: -x, y: -y }, stage, picture);
    }
    case 'turn':
      return held({ ...view, x: 0, y: 0, turn: (view.turn + action.quarters + 4) % 4 }, stage, picture);
    case 'contrast':
      return { ...view, contrast: (view.contrast + 1) % CONTRASTS.length };
    case 'fit':
      return { ...FITTED, contrast: view.contrast, turn: view.turn };
  }
}
