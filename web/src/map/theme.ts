/** Colours of the map, taken from those of the page, light or dark. */

export interface Theme {
  sea: string;
  land: string;
  border: string;
  coast: string;
  ink: string;
  soft: string;
  paper: string;
  accent: string;
  onAccent: string;
}

const VARIABLES: Record<keyof Theme, string> = {
  sea: '--map-sea',
  land: '--map-land',
  border: '--map-border',
  coast: '--map-coast',
  ink: '--ink',
  soft: '--soft',
  paper: '--paper',
  accent: '--accent',
  onAccent: '--on-accent',
};

/** As the browser works them out; WebGL knows no variables. */
export function readTheme(element: HTMLElement): Theme {
  const probe = document.createElement('span');
  element.append(probe);
  const theme = Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => {
      probe.style.color = `var(${variable})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as unknown as Theme;
  probe.remove();
  return theme;
}

/** Slanting lines, for what is an area and no point. */
export function hatch(colour: string): ImageData {
  const size = 16;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.globalAlpha = 0.55;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift - 2, size + 2);
    context.lineTo(shift + size + 2, -2);
    context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}
