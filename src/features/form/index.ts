export { FormStep, type FormStepProps } from './form-step.tsx';
export type { Submission } from './submit-bar.tsx';
