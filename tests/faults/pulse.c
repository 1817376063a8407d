/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Put into the program (LD_PRELOAD), it listens to the pulse of the main loop: how long each turn
 * of it takes, from the end of one wait to the begin of the next, in which no key is read and
 * nothing drawn.
 *
 * A turn is the program's own but for the time in which its thread could run and the machine ran
 * others: the kernel counts that to the nanosecond. What is left is what it worked, and what it
 * waited for: a disk, a lock, the display; not, as long as it waited, while the machine ran others
 * instead of the display (JOL_SCREEN_PID). A turn of more than JOL_PULSE_MS of its own is a line in
 * the file JOL_PULSE: its own time, what of that was a processor's, and the time by the clock, in
 * ms; then where the program was when the clock passed the limit, as addresses. When exit() is
 * called "exit" is the last line. */
#define _GNU_SOURCE
#include <execinfo.h>
#include <fcntl.h>
#include <glib.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

#define MAX_FRAMES 128

static int file = -1;
static timer_t alarm_timer;
static double limit_ms = 100;
static double busy_cpu_ms, busy_wall_ms, busy_queued_ms, busy_screen_ms;
static int schedule = -1, screen_schedule = -1;
static gboolean has_begun;
static void *frames[MAX_FRAMES];
static volatile sig_atomic_t n_frames, is_asked;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* How long a thread has waited for a processor: the second number of its schedstat, in ns. */
static double
read_queued_ms (int schedule_of)
{
  char text[96] = "";
  unsigned long long queued_ns = 0;

  if (pread (schedule_of, text, sizeof text - 1, 0) <= 0 ||
      sscanf (text, "%*u %llu", &queued_ns) != 1)
    return 0;
  return (double) queued_ns / 1e6;
}

static void
set_alarm (double ms)
{
  struct itimerspec in = { .it_value = { .tv_sec = (time_t) (ms / 1e3) } };

  in.it_value.tv_nsec = (long) ((ms - (double) in.it_value.tv_sec * 1e3) * 1e6);
  timer_settime (alarm_timer, 0, &in, NULL);
}

static void
alarm_cb (int signal_number __attribute__ ((unused)))
{
  n_frames = backtrace (frames, MAX_FRAMES);
}

static void
tell (double own_ms, double cpu_ms, double wall_ms)
{
  char line[96];
  int length = snprintf (line, sizeof line, "%.1f %.1f %.1f\n", own_ms, cpu_ms, wall_ms);

  if (write (file, line, (size_t) length) != length)
    return;
  backtrace_symbols_fd (frames, n_frames, file);
}

static void
judge (double wall_ms)
{
  const double cpu_ms = read_clock (CLOCK_THREAD_CPUTIME_ID) - busy_cpu_ms;
  const double own_ms = wall_ms - (read_queued_ms (schedule) - busy_queued_ms);
  const double screen_ms = read_queued_ms (screen_schedule) - busy_screen_ms;
  const double fair_ms = own_ms - MIN (screen_ms, MAX (own_ms - cpu_ms, 0));

  if (fair_ms > limit_ms)
    tell (fair_ms, cpu_ms, wall_ms);
}

static void
ask_cb (int signal_number __attribute__ ((unused)))
{
  is_asked = 1;
}

static void
tell_heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  is_asked = 0;
  dprintf (file, "heap %zu\n", info.uordblks + info.hblkhd);
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (has_begun)
    {
      const double wall_ms = read_clock (CLOCK_MONOTONIC) - busy_wall_ms;

      set_alarm (0);
      if (wall_ms > limit_ms)
        judge (wall_ms);
    }
  if (is_asked)
    tell_heap ();
  result = g_poll (fds, n_fds, timeout);
  has_begun = TRUE;
  n_frames = 0;
  busy_cpu_ms = read_clock (CLOCK_THREAD_CPUTIME_ID);
  busy_wall_ms = read_clock (CLOCK_MONOTONIC);
  busy_queued_ms = read_queued_ms (schedule);
  busy_screen_ms = read_queued_ms (screen_schedule);
  set_alarm (limit_ms);
  return result;
}

static void
crash_cb (int signal_number)
{
  void *callers[MAX_FRAMES];

  backtrace_symbols_fd (callers, backtrace (callers, MAX_FRAMES), STDERR_FILENO);
  /* It was reset when it came. */
  raise (signal_number);
}

static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const GLogWriterOutput result = g_log_writer_default (level, fields, n_fields, data);
  void *callers[MAX_FRAMES];

  if (level & G_LOG_LEVEL_CRITICAL)
    backtrace_symbols_fd (callers, backtrace (callers, MAX_FRAMES), STDERR_FILENO);
  return result;
}

/* In exit(), in which libraries are taken down. */
__attribute__ ((destructor)) static void
tell_exit (void)
{
  dprintf (file, "exit\n");
}

__attribute__ ((constructor)) static void
listen_to_pulse (void)
{
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGPROF };
  struct sigaction action = { .sa_handler = alarm_cb, .sa_flags = SA_RESTART };
  const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
  const char *path = getenv ("JOL_PULSE");
  const char *ms = getenv ("JOL_PULSE_MS");
  const char *screen_pid = getenv ("JOL_SCREEN_PID");
  char screen[64];

  if (!path)
    return;
  /* What the program starts is not the program. */
  unsetenv ("LD_PRELOAD");
  if (ms)
    limit_ms = atof (ms);
  file = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  schedule = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  snprintf (screen, sizeof screen, "/proc/%s/schedstat", screen_pid ? screen_pid : "none");
  screen_schedule = open (screen, O_RDONLY | O_CLOEXEC);
  event.sigev_notify_thread_id = gettid ();
  /* Its first call loads a library, which a handler must not. */
  backtrace (frames, 1);
  sigaction (SIGPROF, &action, NULL);
  action.sa_handler = crash_cb;
  action.sa_flags = SA_RESETHAND;
  for (guint i = 0; i < G_N_ELEMENTS (crashes); i++)
    sigaction (crashes[i], &action, NULL);
  action.sa_handler = ask_cb;
  action.sa_flags = SA_RESTART;
  sigaction (SIGUSR2, &action, NULL);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  if (file >= 0 && timer_create (CLOCK_MONOTONIC, &event, &alarm_timer) == 0)
    g_main_context_set_poll_func (NULL, poll_cb);
}
