import { Stage } from '../stage/stage.ts';

/** Mentors and mentees around a table: each mentor is asked by the mentees on both sides. */
export interface Ring {
  stage: Stage;
  admin: string;
  programId: string;
  mentors: string[];
  mentees: string[];
  /** Two for each mentor. */
  requests: { bookingId: string; mentor: string; mentee: string }[];
}

/** An hour on one afternoon, or some time of it. */
export const afternoon = (time = '14:00') => ({ date: '2026-03-04', time, zone: 'Asia/Tehran' });

const sameHour = () => ({ start: afternoon(), minutes: 60 });

/**
 * Everybody has asked; nobody has answered.
 * @param pairs mentors, and as many mentees
 * @param when for when each request is; for the same hour, if nothing is said
 */
export async function ring(
  pairs: number,
  when: (index: number) => ReturnType<typeof sameHour> = sameHour,
): Promise<Ring> {
  const stage = await Stage.open();
  const admin = await stage.person('Sanna', 'Europe/Helsinki', true);
  const program = { name: 'First steps', purpose: '' };
  const { programId } = await stage.do(admin, 'admin.create-program', program);
  const around = Array.from({ length: pairs }, (_, place) => place);

  const mentors = await Promise.all(around.map((n) => stage.person(`Mentor-${String(n)}`)));
  const mentees = await Promise.all(around.map((n) => stage.person(`Mentee-${String(n)}`)));
  const link = { mentor: await stage.invite(admin, programId, 'mentor'), mentee: '' };
  link.mentee = await stage.invite(admin, programId, 'mentee');
  await Promise.all(
    mentors.map(async (personId) => {
      await stage.do(personId, 'invitation.accept', { token: link.mentor });
      await stage.do(admin, 'admin.approve-mentor', { programId, personId });
    }),
  );
  await Promise.all(
    mentees.map((one) => stage.do(one, 'invitation.accept', { token: link.mentee })),
  );

  const asks = around.flatMap((place) =>
    [place, (place + 1) % pairs].map((side) => ({
      mentor: mentors[place] ?? '',
      mentee: mentees[side] ?? '',
    })),
  );
  const requests = await Promise.all(
    asks.map(async ({ mentor, mentee }, index) => {
      await stage.do(mentee, 'chat.send', { to: mentor, text: 'May I ask you?' });
      const { booking } = await stage.do(mentee, 'booking.request', {
        programId,
        mentorId: mentor,
        ...when(index),
        location: { kind: 'online' },
        note: null,
      });
      return { bookingId: booking.id, mentor, mentee };
    }),
  );
  return { stage, admin, programId, mentors, mentees, requests };
}
