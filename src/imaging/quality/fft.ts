/** In-place radix-2 FFT of one complex row or column (n a power of two) at `start`, `stride` apart. */
function transform(re: Float64Array, im: Float64Array, n: number, start: number, stride: number): void {
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const a = start + i * stride;
    const b = start + j * stride;
    [re[a], re[b]] = [re[b]!, re[a]!];
    [im[a], im[b]] = [im[b]!, im[a]!];
  }
  for (let length = 2; length <= n; length <<= 1) {
    const angle = (-2 * Math.PI) / length;
    for (let k = 0; k < length / 2; k++) {
      const cos = Math.cos(angle * k);
      const sin = Math.sin(angle * k);
      for (let i = k; i < n; i += length) {
        const a = start + i * stride;
        const b = a + (length / 2) * stride;
        const x = re[b]! * cos - im[b]! * sin;
        const y = re[b]! * sin + im[b]! * cos;
        re[b] = re[a]! - x;
        im[b] = im[a]! - y;
        re[a]! += x;
        im[a]! += y;
      }
    }
  }
}

/** Power spectrum of an n × n patch (n a power of two), row by row, zero frequency first. */
export function powerSpectrum(patch: Float64Array, n: number): Float64Array {
  const re = patch.slice();
  const im = new Float64Array(n * n);
  for (let y = 0; y < n; y++) transform(re, im, n, y * n, 1);
  for (let x = 0; x < n; x++) transform(re, im, n, x, n);
  return re.map((v, i) => v * v + im[i]! ** 2);
}
