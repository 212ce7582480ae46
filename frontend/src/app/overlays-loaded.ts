/** What `overlays.ts` fetches, in one file. */
export { Toasts } from '@/design/Toasts'
export { LatestNotifications } from '@/rooms/notifications/LatestNotifications'
export { AccountMenu } from './AccountMenu'
