import { later } from '../shell/later.tsx';
import { TabWaiting } from './tab-waiting.tsx';

/** What works calculations out comes when there is one. */
export const CalculationView = later(async () => (await import('./calculation-view.tsx')).CalculationView, TabWaiting);
export const NewCalculation = later(async () => (await import('./calculation-form.tsx')).NewCalculation, TabWaiting);
