// Runs before the first paint; src/app/theme.ts writes what it reads.
try {
  const theme = localStorage.getItem('cactus.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's theme stays.
}

// The page to sign in at has no sidebar, so it does not begin with the frame of index.html.
if (location.pathname === '/sign-in') document.documentElement.dataset.frame = 'none'

// The first question about dates costs a slow processor a tenth of a second; asked here it is answered while the page's
// script is still on its way, which would ask it before anything else.
Intl.DateTimeFormat.supportedLocalesOf(navigator.language)
