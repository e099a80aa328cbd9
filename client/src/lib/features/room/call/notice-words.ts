import { fromText } from '@confab/shared';
import type { CallNotice } from '#lib/media/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockTime } from '#lib/ui/time/words.ts';

const lost = {
  microphone: m.room_notice_lost_microphone,
  camera: m.room_notice_lost_camera,
  screen: m.room_notice_lost_screen,
};

/** A notice as a sentence. Null where the page says it by itself. @param zone the reader's */
export function noticeWords(notice: CallNotice, zone: string): string | null {
  switch (notice.kind) {
    case 'joined':
      return m.room_notice_joined({ name: notice.name });
    case 'left':
      return m.room_notice_left({ name: notice.name });
    case 'closing-moved':
      return m.room_notice_moved_closing({ time: clockTime(fromText(notice.closesAt), zone) });
    case 'closing':
    case 'line-lost':
      return null;
    case 'line-back':
      return m.room_notice_back();
    case 'source-lost':
      return lost[notice.source]();
  }
}
