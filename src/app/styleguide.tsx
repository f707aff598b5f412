import '#src/ui/urdu.css';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { controlLook, Field, type Message } from '#src/ui/field.tsx';
import { ICON_NAMES, Icon } from '#src/ui/icon.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import {
  DarkScene,
  FingerScene,
  GlareScene,
  HandScene,
  OfflineScene,
  PenScene,
} from '#src/ui/illustrations/scenes.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress, Spinner } from '#src/ui/progress.tsx';
import { QrCode } from '#src/ui/qr.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { Select } from '#src/ui/select.tsx';

const SWATCHES = [
  'bg-paper',
  'bg-surface',
  'bg-sunken',
  'bg-ink',
  'bg-quiet',
  'bg-hairline',
  'bg-edge',
  'bg-accent',
  'bg-accent-strong',
  'bg-accent-soft',
  'bg-check',
  'bg-check-soft',
  'bg-check-mark',
  'bg-stop',
  'bg-stop-soft',
  'bg-done',
  'bg-done-soft',
];
const SIZES = ['text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl', 'text-3xl'];
const LOOKS = ['main', 'other', 'quiet', 'danger'] as const;

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="border-b border-hairline pb-1 text-xl font-strong">{title}</h2>
      {children}
    </section>
  );
}

function Fields(): ReactNode {
  const states: readonly (readonly [string, 'plain' | 'error' | 'warning', Message[]])[] = [
    ['Plain', 'plain', []],
    ['With a warning', 'warning', [{ level: 'warning', text: 'Please compare it with the card.' }]],
    ['With an error', 'error', [{ level: 'error', text: 'Please fill this in.' }]],
  ];
  const [gender, setGender] = useState('F');
  return (
    <Part title="Fields">
      {states.map(([label, state, messages]) => (
        <Field key={label} label={label} hint="As printed on the card" messages={messages}>
          {(control) => <input {...control} className={controlLook(state)} defaultValue="Janat Mirza" />}
        </Field>
      ))}
      <Field label="In a frame that something else draws">
        {(control) => (
          <div className="rounded-md border border-check-mark border-s-4">
            <input {...control} className={controlLook('framed')} defaultValue="Janat Mirza" />
          </div>
        )}
      </Field>
      <Field label="A list" optional="(optional)">
        {(control) => (
          <Select {...control}>
            <option>One</option>
            <option>Two</option>
          </Select>
        )}
      </Field>
      <Choice
        legend="Gender"
        name="gender"
        value={gender}
        options={[
          { value: 'M', label: 'Male' },
          { value: 'F', label: 'Female' },
          { value: 'X', label: 'X' },
        ]}
        onChange={setGender}
      />
      <Choice
        legend="With an error"
        hint="Longer answers stand below one another"
        name="kind"
        value=""
        options={[
          { value: 'father', label: 'The name of the father' },
          { value: 'husband', label: 'The name of the husband' },
        ]}
        messages={[{ level: 'error', text: 'Please choose one.' }]}
        onChange={() => undefined}
      />
    </Part>
  );
}

/** Every primitive in every state; in the dev server alone, so its words are in English. */
export function Styleguide(): ReactNode {
  const [open, setOpen] = useState(false);
  const [wide, setWide] = useState(false);
  return (
    <main className="mx-auto flex max-w-column flex-col gap-10 p-5">
      <h1 className="text-3xl font-strong">Styleguide</h1>
      <Part title="Colour">
        <ul className="grid grid-cols-3 gap-2 text-sm">
          {SWATCHES.map((swatch) => (
            <li key={swatch}>
              <span className={`block h-10 rounded-sm border border-hairline ${swatch}`} />
              {swatch.slice(3)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        {SIZES.map((size) => (
          <p key={size} className={size}>
            {size.slice(5)} · Il1 O0 rn m · 460619-12-5087
          </p>
        ))}
        <p className="font-strong">Emphasis</p>
        <p lang="ur" dir="rtl" className="font-sans text-lg">
          آپ کا کارڈ فارم بھر دیتا ہے
        </p>
      </Part>
      <Part title="Buttons">
        {LOOKS.map((look) => (
          <div key={look} className="flex flex-wrap gap-2">
            <Button look={look}>{look}</Button>
            <Button look={look} icon="camera">
              icon
            </Button>
            <Button look={look} busy>
              busy
            </Button>
            <Button look={look} disabled>
              off
            </Button>
          </div>
        ))}
        <ButtonLink href="/styleguide" icon="forward">
          Link
        </ButtonLink>
        <Button look="other" onClick={() => setOpen(true)}>
          Dialog
        </Button>
        <Button look="other" onClick={() => setWide(true)}>
          Wide dialog
        </Button>
        <Dialog open={open} title="A question" onClose={() => setOpen(false)}>
          <p>Is that so?</p>
          <Button onClick={() => setOpen(false)}>Yes</Button>
        </Dialog>
        <Dialog wide open={wide} title="More than a question" onClose={() => setWide(false)}>
          <p>Is that so, and why?</p>
          <Button onClick={() => setWide(false)}>Yes</Button>
        </Dialog>
      </Part>
      <Fields />
      <Part title="Notices">
        {(['info', 'check', 'stop', 'done'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={kind}>
            <p>Colour, icon and words say the same.</p>
          </Notice>
        ))}
        <Notice kind="info">
          <p>Without a title.</p>
        </Notice>
      </Part>
      <Part title="Waiting">
        <Spinner />
        <Progress label="Known" value={0.6} says="Sending the photo: 60%" />
        <Progress label="Unknown" value={null} says="The card is being read" />
        <CardDrawing drawing className="w-64" />
      </Part>
      <Part title="A screen, and a code">
        <div className="border border-hairline px-5">
          <Screen
            title="One decision"
            back={{ label: 'Back', onClick: () => undefined }}
            action={<Button className="w-full">The main action</Button>}
            focusHeading={false}
          >
            <p>What there is to know.</p>
          </Screen>
        </div>
        <div className="w-40">
          <QrCode text="http://localhost:8080/handoff" label="A link for a phone" />
        </div>
      </Part>
      <Part title="Illustrations">
        <div className="grid grid-cols-2 gap-4">
          <CardDrawing />
          <Guilloche />
          <HandScene />
          <GlareScene />
          <FingerScene />
          <DarkScene />
          <OfflineScene />
          <PenScene />
        </div>
        <ul className="grid grid-cols-4 gap-3 text-sm">
          {ICON_NAMES.map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </main>
  );
}
