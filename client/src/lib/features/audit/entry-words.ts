import { fromText, type Instant } from '@confab/shared';
import type { AuditEntryView, MarkView } from '@confab/shared/protocol';
import { calledName } from '#lib/features/booking/words/viewpoint.ts';
import { whenIn } from '#lib/features/booking/words/when.ts';
import { settingWord } from '#lib/features/programs/setting-words.ts';
import { changedSettings } from '#lib/features/programs/value-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords } from '#lib/ui/time/words.ts';

/** One thing that became another. */
export interface Change {
  /** What it is called, where one deed changed several. */
  of: string | null;
  before: string;
  after: string;
}

type Named = (id: string) => string;

const invited = {
  mentee: m.audit_invited_mentee,
  mentor: m.audit_invited_mentor,
  manager: m.audit_invited_manager,
};

/** What an entry says happened, by names in full: first names are not enough to go by later. */
export function entrySentence(
  entry: AuditEntryView,
  named: Named,
  { zone, now }: { zone: string; now: Instant },
): string {
  const actor = named(entry.actorId);
  switch (entry.deed) {
    case 'settled': {
      const [mentee, mentor] = [named(entry.menteeId), named(entry.mentorId)];
      const when = whenIn(fromText(entry.startsAt), zone, now);
      return m.audit_settled({ actor, mentee, mentor, when });
    }
    case 'approved':
      return m.audit_approved({ actor, name: named(entry.personId) });
    case 'suspended':
      return m.audit_suspended({ actor, name: named(entry.personId) });
    case 'reinstated':
      return m.audit_reinstated({ actor, name: named(entry.personId) });
    case 'invited':
      return invited[entry.role]({ actor });
    case 'settings-changed':
      return changedSettings(entry.before, entry.after).length > 0
        ? m.audit_settings_changed({ actor })
        : m.audit_settings_same({ actor });
  }
}

/** What was so before, and is after. */
export function changesOf(entry: AuditEntryView, named: Named): Change[] {
  switch (entry.deed) {
    case 'settled': {
      const names = {
        mentor: calledName(named(entry.mentorId)),
        mentee: calledName(named(entry.menteeId)),
      };
      const mark = markShort(entry.before, names);
      const before = entry.contested ? m.audit_contested({ mark }) : mark;
      return [{ of: null, before, after: markShort(entry.after, names) }];
    }
    case 'approved':
      return [{ of: null, before: m.audit_awaits(), after: m.audit_active() }];
    case 'suspended':
      return [{ of: null, before: m.audit_active(), after: m.audit_is_suspended() }];
    case 'reinstated':
      return [{ of: null, before: m.audit_is_suspended(), after: m.audit_active() }];
    case 'invited':
      return [];
    case 'settings-changed':
      return changedSettings(entry.before, entry.after).map(({ setting, before, after }) => ({
        of: capital(settingWord(setting)),
        before,
        after,
      }));
  }
}

/** `Completed, 45 min`, `Farid did not come`, `Not marked`. */
function markShort(mark: MarkView | null, names: { mentor: string; mentee: string }): string {
  if (!mark) return m.audit_unmarked();
  return mark.outcome.kind === 'completed'
    ? m.audit_completed({ duration: minutesInWords(mark.outcome.minutes) })
    : m.audit_missed({ name: names[mark.outcome.of] });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
