// Before the first paint, so that a chosen theme never flashes. See lib/styles/theme.svelte.ts.
try {
  const theme = localStorage.getItem('confab.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.media = meta.dataset.of === theme ? 'all' : 'not all';
  }
} catch {
  // Storage is closed to us: the system's theme it is.
}
