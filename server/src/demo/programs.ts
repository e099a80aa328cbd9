/** The demo's programs, as their admin wrote them. */
export const programs = {
  firstYear: {
    name: 'First Year at Saarni',
    purpose:
      'The first year at Saarni University is new to everyone, and nobody has to find the way alone. Former students and teachers make time for first-year students: to plan a week that leaves room for sleep, to learn how to ask in a lecture of two hundred, and to hear that most people feel lost in the third week and find their feet by the tenth.',
  },
  engineers: {
    name: 'New Engineers at Tidewater Grid',
    purpose:
      'Tidewater Grid keeps the lights on in four countries, and its code is older than some of its engineers. Everyone who joins may choose a mentor from another team for their first half year: to read code together, to prepare a first design review, and to have someone to ask who does not write their appraisal.',
  },
  writing: {
    name: 'The Research Writing Circle',
    purpose:
      'For doctoral and late master’s students who write in a language that is not their first. Mentors have published, been rejected and sat on committees; they read a few pages at a time and talk about structure, evidence and courage. You bring a draft, however rough, and leave with one next step.',
  },
} as const;

export type ProgramName = keyof typeof programs;

export const programNames = Object.keys(programs) as ProgramName[];
