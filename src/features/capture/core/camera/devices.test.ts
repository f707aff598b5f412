import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { better, type CameraDevice, facingOf, isMirrored, rank } from './devices.ts';
import { RECORDED } from './fixtures/devices.ts';

group('choice of the camera', () => {
  it.each(RECORDED)('$name', ({ cameras, expected }) => {
    expect(rank(cameras)[0]?.deviceId).toBe(expected);
  });

  it('prefers the remembered camera while it is there', () => {
    const [phone] = RECORDED;
    expect(rank(phone!.cameras, 'tele')[0]?.deviceId).toBe('tele');
    expect(rank(phone!.cameras, 'sold')[0]?.deviceId).toBe('main');
  });

  it('stays with an equal camera that the person picked in the prompt', () => {
    const desk = ['a', 'b'].map(
      (deviceId): CameraDevice => ({
        deviceId,
        label: `USB Camera ${deviceId}`,
        facing: null,
        maxSide: null,
        autofocus: null,
        torch: null,
      }),
    );
    expect(better(rank(desk), desk[1]!, null)).toBeNull();
    expect(better(rank(desk, 'a'), desk[1]!, 'a')?.deviceId).toBe('a');
  });

  it('mirrors what looks at its user, never what looks away', () => {
    for (const { cameras } of RECORDED) {
      for (const one of cameras) expect(isMirrored(one)).toBe(facingOf(one) !== 'environment');
    }
  });

  it('ranks any list without losing or inventing a camera', () => {
    const device = fc.record({
      deviceId: fc.uuid(),
      label: fc.string(),
      facing: fc.constantFrom('environment' as const, 'user' as const, null),
      maxSide: fc.option(fc.nat(9_000)),
      autofocus: fc.option(fc.boolean()),
      torch: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(device), fc.option(fc.uuid()), (devices, remembered) => {
        const ids = (list: readonly CameraDevice[]) => list.map((one) => one.deviceId).sort();
        expect(ids(rank(devices, remembered))).toEqual(ids(devices));
      }),
    );
  });
});
