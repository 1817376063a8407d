/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which section is "in view"? The last one that begins above a reading line, a third of the way
 * down; at the very end, the last that has begun at all. A jump to a section pins it instead: near
 * the end of the text a short section cannot come up to the line.
 *
 * Who scrolled? An adjustment does not say, and a flick goes on long after the finger left. So the
 * last input decides: after a wheel, a key, a swipe or the scrollbar, all that moves is the
 * person's, until the program jumps.
 */
#include "config.h"

#include "jol-follow.h"

#define SETTLE_MS 350
#define READING_LINE 0.33
#define STILL_FRAMES 3
#define READ_LINE_PX 8

struct _JolFollow
{
  GObject parent_instance;

  GtkScrolledWindow *scroller; /* borrowed: it lives as long */
  JolArticleView *view;        /* likewise */
  JolSession *session;
  guint section;
  gboolean is_person; /* who scrolls */
  guint settle_id;

  /* A jump that is under way. */
  guint tick_id;
  int offset;
  double align;
  double last_value;
  double last_upper;
  guint n_still;
};

enum
{
  PROP_SECTION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolFollow, jol_follow, G_TYPE_OBJECT)

static int
get_section_top (JolFollow *self, guint section)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);
  GtkTextIter iter;
  int top;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_buffer_get_section_offset (buffer, section));
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->view), &iter, &top, NULL);
  return top;
}

static guint
find_section_in_view (JolFollow *self)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint section = jol_article_buffer_get_n_sections (buffer);
  gboolean is_at_end =
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
      gtk_adjustment_get_upper (adjustment) - 1;
  GdkRectangle sight;
  int line;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &sight);
  line = sight.y + (is_at_end ? sight.height : (int) (sight.height * READING_LINE));
  while (section > 1 && get_section_top (self, section - 1) > line)
    section--;
  return section > 0 ? section - 1 : 0;
}

static const JolSection *
get_section (JolFollow *self)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);
  const JolSection *sections;
  guint n_sections;

  if (!buffer)
    return NULL;

  sections = jol_article_get_sections (jol_article_buffer_get_article (buffer), &n_sections);
  return self->section < n_sections ? &sections[self->section] : NULL;
}

static void
cancel_scene (JolFollow *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

static char *
dup_place (JolFollow *self)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);
  const JolSection *section = get_section (self);

  return section ? g_strconcat (
                       jol_entity_get_id (JOL_ENTITY (jol_article_buffer_get_article (buffer))),
                       "#", section->id, NULL)
                 : NULL;
}

static gboolean
is_following (JolFollow *self)
{
  return self->session && jol_session_get_follow_text (self->session) &&
         !jol_session_get_wandering (self->session);
}

static gboolean
settled_cb (gpointer user_data)
{
  JolFollow *self = user_data;
  g_autofree char *place = dup_place (self);

  self->settle_id = 0;
  if (place && is_following (self))
    jol_session_show_section (self->session, place, JOL_ORIGIN_READER);
  else if (place && self->session)
    jol_session_scroll_article (self->session, place, JOL_ORIGIN_READER);
  return G_SOURCE_REMOVE;
}

static void
set_section (JolFollow *self, guint section)
{
  if (self->section == section)
    return;

  self->section = section;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

/* Because of the program: a scroll that is no choice, and shows no scene. */
static void
enter_section (JolFollow *self, guint section)
{
  g_autofree char *place = NULL;

  set_section (self, section);
  place = dup_place (self);
  if (self->session && place)
    jol_session_scroll_article (self->session, place, JOL_ORIGIN_READER);
}

/* Because of a person. Where a scene is to come, the session hears of the section with it, so that
 * both are one point of history, and what was seen before belongs to the section before. */
static void
come_to_section (JolFollow *self, guint section, gboolean is_choice)
{
  g_autofree char *place = NULL;

  cancel_scene (self);
  set_section (self, section);
  place = dup_place (self);
  if (!self->session || !place)
    return;

  if (is_following (self) && get_section (self)->scene)
    {
      jol_session_start_reading (self->session);
      self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
    }
  else if (is_choice)
    jol_session_set_article (self->session, place, JOL_ORIGIN_READER);
  else
    jol_session_scroll_article (self->session, place, JOL_ORIGIN_READER);
}

/* Of all: the section that a story opens with is in view from the start, and its scene waits until
 * it is read. Not when something else is looked at, as a link may have it. */
static gboolean
is_beginning (JolFollow *self)
{
  return is_following (self) && self->section == 0 && !jol_session_is_led (self->session) &&
         !jol_session_get_selection (self->session);
}

static void
scrolled_cb (JolFollow *self)
{
  guint section;

  if (!self->is_person || !jol_article_view_get_article (self->view))
    return;

  section = find_section_in_view (self);
  if (section != self->section || is_beginning (self))
    come_to_section (self, section, FALSE);
}

static void
stop_jump (JolFollow *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
}

static gboolean
jump_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolFollow *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  GtkTextIter iter;

  if (gtk_widget_get_height (GTK_WIDGET (self->scroller)) <= 0)
    return G_SOURCE_CONTINUE;
  /* A text that grows is being measured: where its lines are is not known yet. */
  if (value != self->last_value || upper != self->last_upper)
    {
      self->last_value = value;
      self->last_upper = upper;
      self->n_still = 0;
      return G_SOURCE_CONTINUE;
    }
  if (self->n_still++ == STILL_FRAMES)
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  /* The beginning is the top of the page, and not of its first line: the margin above belongs to
   * it. */
  if (self->offset == 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      return G_SOURCE_CONTINUE;
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, self->offset);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &iter, 0, TRUE, 0, self->align);
  return G_SOURCE_CONTINUE;
}

/* The text view measures its lines bit by bit, and a jump before it has measured those above leads
 * elsewhere; gtk_text_view_scroll_to_mark(), which is to wait for that, is forgotten when the first
 * lines are measured already. So the jump is repeated until nothing moves any more. */
static void
scroll_to_offset (JolFollow *self, int offset, double align)
{
  self->is_person = FALSE;
  self->offset = offset;
  self->align = align;
  self->n_still = 0;
  self->last_value =
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), jump_cb, self, NULL);
}

static void
person_scrolled (JolFollow *self)
{
  stop_jump (self);
  self->is_person = TRUE;
  jol_article_view_free_keys (self->view);
}

static gboolean
wheel_turned_cb (JolFollow *self)
{
  person_scrolled (self);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (JolFollow *self, guint keyval)
{
  static const guint keys[] = {
    GDK_KEY_Up,         GDK_KEY_Down,         GDK_KEY_Page_Up, GDK_KEY_Page_Down,
    GDK_KEY_Home,       GDK_KEY_End,          GDK_KEY_KP_Up,   GDK_KEY_KP_Down,
    GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down, GDK_KEY_KP_Home, GDK_KEY_KP_End,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keyval == keys[i])
        person_scrolled (self);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_controller (JolFollow *self,
                GtkWidget *widget,
                GtkEventController *controller,
                const char *signal,
                GCallback callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

static void
watch_input (JolFollow *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (self->scroller);
  GtkGesture *swipe = gtk_gesture_drag_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  add_controller (self, scroller, GTK_EVENT_CONTROLLER (swipe), "drag-update",
                  G_CALLBACK (person_scrolled));
  add_controller (self, scroller,
                  gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL), "scroll",
                  G_CALLBACK (wheel_turned_cb));
  add_controller (self, scroller, gtk_event_controller_key_new (), "key-pressed",
                  G_CALLBACK (key_pressed_cb));
  add_controller (self, bar, GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()), "pressed",
                  G_CALLBACK (person_scrolled));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
jump_to_section (JolFollow *self, guint section)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);
  const int offset = jol_article_buffer_get_section_offset (buffer, section);

  /* The first one brings the title with it. */
  scroll_to_offset (self, section == 0 ? 0 : offset, 0);
  jol_article_view_send_keys (self->view, offset);
}

static gboolean
has_section (JolFollow *self, guint section)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (self->view);

  return buffer && section < jol_article_buffer_get_n_sections (buffer);
}

static void
jol_follow_dispose (GObject *object)
{
  JolFollow *self = JOL_FOLLOW (object);

  cancel_scene (self);
  stop_jump (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_follow_parent_class)->dispose (object);
}

static void
jol_follow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECTION)
    g_value_set_uint (value, JOL_FOLLOW (object)->section);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_follow_class_init (JolFollowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jol_follow_dispose;
  object_class->get_property = jol_follow_get_property;

  properties[PROP_SECTION] =
      g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_follow_init (JolFollow *self)
{
}

JolFollow *
jol_follow_new (GtkScrolledWindow *scroller, JolArticleView *view)
{
  JolFollow *self;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scroller), NULL);
  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (view), NULL);

  self = g_object_new (JOL_TYPE_FOLLOW, NULL);
  self->scroller = scroller;
  self->view = view;
  watch_input (self);
  return self;
}

void
jol_follow_set_session (JolFollow *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    cancel_scene (self);
}

void
jol_follow_restart (JolFollow *self)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));

  cancel_scene (self);
  /* The text view scrolls a new text to where the last one was while it measures it. */
  if (jol_article_view_get_article (self->view))
    scroll_to_offset (self, 0, 0);
  else
    stop_jump (self);
  self->is_person = FALSE;
  self->section = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

guint
jol_follow_get_section (JolFollow *self)
{
  g_return_val_if_fail (JOL_IS_FOLLOW (self), 0);

  return self->section;
}

void
jol_follow_show_section (JolFollow *self, guint section)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));

  if (!has_section (self, section))
    return;

  cancel_scene (self);
  jump_to_section (self, section);
  enter_section (self, section);
}

void
jol_follow_choose_section (JolFollow *self, guint section)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));

  if (!has_section (self, section))
    return;

  jump_to_section (self, section);
  come_to_section (self, section, TRUE);
}

int
jol_follow_get_jump (JolFollow *self)
{
  g_return_val_if_fail (JOL_IS_FOLLOW (self), -1);

  return self->is_person ? -1 : self->offset;
}

void
jol_follow_show_offset (JolFollow *self, guint section, int offset, double align)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));

  if (!has_section (self, section))
    return;

  cancel_scene (self);
  scroll_to_offset (self, offset, align);
  enter_section (self, section);
}

int
jol_follow_get_offset (JolFollow *self)
{
  GdkRectangle sight;
  GtkTextIter iter;

  g_return_val_if_fail (JOL_IS_FOLLOW (self), 0);

  if (self->tick_id != 0)
    return self->offset;
  if (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) < 1)
    return 0;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &sight);
  /* A little further down: a line of which only the foot is in sight has been read. */
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, sight.x,
                                      sight.y + READ_LINE_PX);
  return gtk_text_iter_get_offset (&iter);
}

void
jol_follow_settle (JolFollow *self)
{
  g_return_if_fail (JOL_IS_FOLLOW (self));

  if (self->settle_id == 0)
    return;

  cancel_scene (self);
  settled_cb (self);
}
