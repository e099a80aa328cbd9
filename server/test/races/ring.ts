import { Stage } from '../stage/stage.ts';

/** Mentors and mentees around a table: each mentor is asked by the mentees on both sides. */
export interface Ring {
  stage: Stage;
  admin: string;
  programId: string;
  mentors: string[];
  mentees: string[];
  /** Two for each mentor, all for the same hour. */
  requests: { bookingId: string; mentor: string; mentee: string }[];
}

const hour = { date: '2026-03-04', time: '14:00', zone: 'Asia/Tehran' };

/** Everybody has asked; nobody has answered. @param pairs mentors, and as many mentees */
export async function ring(pairs: number): Promise<Ring> {
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
    asks.map(async ({ mentor, mentee }) => {
      await stage.do(mentee, 'chat.send', { to: mentor, text: 'May I ask you?' });
      const { booking } = await stage.do(mentee, 'booking.request', {
        programId,
        mentorId: mentor,
        start: hour,
        minutes: 60,
        location: { kind: 'online' },
        note: null,
      });
      return { bookingId: booking.id, mentor, mentee };
    }),
  );
  return { stage, admin, programId, mentors, mentees, requests };
}
