import '../../styles/who-may.css';
import { DEEDS, type Limit, PERMISSION, type Permission } from '../../../shared/permission.ts';
import { ROLES, type Role } from '../../../shared/roles.ts';
import { t } from '../../strings/index.ts';

interface Deed {
  readonly what: string;
  readonly from: Role;
  readonly within: readonly Limit[];
}

const deeds = (): readonly Deed[] => [
  ...(Object.keys(DEEDS) as readonly (keyof typeof DEEDS)[]).map((deed) => ({
    what: t(`permission.deed.${deed}`),
    from: DEEDS[deed],
    within: [],
  })),
  ...(Object.keys(PERMISSION) as readonly (keyof typeof PERMISSION)[]).map((kind): Deed => {
    const { from, within = [] }: Permission = PERMISSION[kind];
    return { what: t(`history.${kind}`), from, within };
  }),
];

/** The table by which the server allows things, by the role from which on each is: what is done is said as the history says it. */
export const WhoMay = () => {
  const all = deeds();
  return (
    <details class="who-may">
      <summary>{t('permission.title')}</summary>
      <p class="hint">{t('permission.words')}</p>
      {(Object.keys(ROLES) as readonly Role[]).map((role) => (
        <section key={role} aria-label={`${t('permission.from')} ${t(`role.${role}`)}`}>
          <h2>
            <span class="meta">{t('permission.from')}</span> {t(`role.${role}`)}
          </h2>
          <p class="hint">{t(`role.${role}.may`)}</p>
          <ul>
            {all
              .filter(({ from }) => from === role)
              .map(({ what, within }) => (
                <li key={what}>
                  {what}
                  {within.length > 0 && (
                    <span class="meta"> – {within.map((limit) => t(`permission.limit.${limit}`)).join('; ')}</span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
};
