// Runs before the first paint; src/app/theme.ts writes what it reads.
try {
  const theme = localStorage.getItem('cactus.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's theme stays.
}
