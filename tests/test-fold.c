/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-fold.h"

#include <string.h>

#define N_RANDOM 4000

/* Each row: spellings of one name, which must have one key. */
static const char *const spellings[][6] = {
  { "tengiz", "Тенгиз", "Теңіз", "Teñiz", "TENGIZ" },
  { "kaspi", "Каспий", "kaspiy", "Kaspii", "КАСПИЙ" },
  { "ksian", "Xi'an", "Xi’an", "Xian", "xiʼan" },
  { "sian", "Сиань", "сиань", "Sian", "Sian'" },
  { "shimkent", "Шымкент", "Shymkent", "Şymkent", "Shimkent" },
  { "ashgabat", "Ашгабат", "Ашғабат", "Aşgabat", "Ashgabat", "Ashghabat" },
  { "turkmenbashi", "Туркменбаши", "Türkmenbaşy", "Turkmenbashi", "Türkmenbaşı" },
  { "jezkazgan", "Жезказган", "Zhezkazgan", "Jezqazğan", "Жезқазған" },
  { "kashagan", "Кашаган", "Қашаған", "Kashagan", "Qashağan", "Qaşağan" },
  { "kazahstan", "Казахстан", "Kazakhstan", "KAZAKHSTAN", "Kazahstan" },
  { "kazakstan", "Қазақстан", "Qazaqstan", "Kazakstan" },
  { "horgos", "Хоргос", "Khorgos", "Horgos" },
  { "azerbaijan", "Азербайджан", "Azerbaijan", "Azerbaydzhan" },
  { "tokaev", "Токаев", "Tokayev", "Tokaev" },
  { "nazarbaev", "Назарбаев", "Nazarbayev", "Nazarbaev", "Назарба\u0435в" },
  { "elcin", "Ельцин", "Yeltsin", "Yel’tsin", "Eltsin" },
  { "novorosisk", "Новороссийск", "Novorossiysk", "Novorossiisk" },
  { "arseniev", "Арсеньев", "Arsenyev", "Arseniev" },
  { "hrushev", "Хрущев", "Хрущёв", "Khrushchev" },
  { "almaata", "Алма-Ата", "Alma-Ata", "alma\u2011ata" },
  { "centralnaia azia", "Центральная Азия", "Tsentralnaya Aziya", "центральная  азия!" },
  { "tengiznovorosisk", "Tengiz–Novorossiysk", "Tengiz-Novorossiysk", "tengiz\u2012novorossiysk" },
  { "tengiz novorosisk", "Тенгиз – Новороссийск", "Tengiz – Novorossiysk",
    "tengiz - novorossiysk" },
  { "chechaktu", "Чечакту", "Chechaktu", "Çeçaktu" },
  { "rebrova", "Реброва", "Rebrova", "Rébrova", "Re\u0301brova" },
  { "oil 2022", "ｏｉｌ ２０２２", "Oil, 2022.", "OIL – 2022", "oil\u00a0٢٠٢٢" },
};

static void
test_spellings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    for (guint j = 1; j < G_N_ELEMENTS (spellings[i]) && spellings[i][j]; j++)
      {
        g_autofree char *key = jol_fold_dup_key (spellings[i][j]);

        g_assert_cmpstr (key, ==, spellings[i][0]);
      }
}

static void
assert_letters (const char *text, const char *expected, gboolean has_other)
{
  g_autoptr (JolFold) fold = jol_fold_new ();

  g_assert_cmpint (jol_fold_read (fold, text, -1, JOL_FOLD_LETTERS), ==, has_other);
  g_assert_cmpstr (jol_fold_get_key (fold, NULL), ==, expected);
}

/* Who has no ş on the keyboard types s. */
static void
test_letters (void)
{
  assert_letters ("Aşgabat", "asgabat", TRUE);
  assert_letters ("España", "espana", TRUE);
  assert_letters ("Français", "francais", TRUE);
  assert_letters ("Teñiz", "teniz", TRUE);
  assert_letters ("Тенгиз", "tengiz", FALSE);
  assert_letters ("Zürich", "zurich", FALSE);
}

static void
test_words (void)
{
  g_autofree char *nothing = jol_fold_dup_key (" – , ' - ");
  g_autofree char *digits = jol_fold_dup_key ("1,511 km; 2022-07; 100");
  g_autofree char *chinese = jol_fold_dup_key ("北京，西安");
  g_autofree char *signs = jol_fold_dup_key ("ﬁeld № 5²");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (digits, ==, "1 511 km 202207 100");
  g_assert_cmpstr (chinese, ==, "北京 西安");
  g_assert_cmpstr (signs, ==, "field no 52");
}

static void
assert_found (const char *text, const char *needle, const char *expected, gboolean at_start)
{
  g_autoptr (JolFold) fold = jol_fold_new ();
  g_autofree char *key = jol_fold_dup_key (needle);
  g_autofree char *part = NULL;
  const char *found;
  gsize at, start, end;

  jol_fold_read (fold, text, -1, JOL_FOLD_SOUNDS);
  found = strstr (jol_fold_get_key (fold, NULL), key);
  g_assert_nonnull (found);
  at = (gsize) (found - jol_fold_get_key (fold, NULL));
  jol_fold_get_range (fold, at, at + strlen (key), &start, &end);
  part = g_strndup (text + start, end - start);
  g_assert_cmpstr (part, ==, expected);
  g_assert_cmpint (jol_fold_is_start (fold, at), ==, at_start);
}

/* What is marked in the text is what was written, whole. */
static void
test_ranges (void)
{
  assert_found ("The Tengiz field", "тенг", "Teng", TRUE);
  assert_found ("Месторождение Тенгиз", "tengiz", "Тенгиз", TRUE);
  assert_found ("near Xi’an, 2023", "xian", "Xi’an", TRUE);
  assert_found ("near Xi’an, 2023", "xi", "Xi", TRUE);
  assert_found ("Tengiz-Novorossiysk", "novoros", "Novoross", TRUE);
  assert_found ("Tengiz-Novorossiysk", "tengiz-novo", "Tengiz-Novo", TRUE);
  assert_found ("Tengiz-Novorossiysk", "ross", "ross", FALSE);
  assert_found ("Tengiz–Novorossiysk", "novoros", "Novoross", TRUE);
  assert_found ("Tengiz–Novorossiysk", "tengiz-novo", "Tengiz–Novo", TRUE);
  assert_found ("Re\u0301brova", "reb", "Re\u0301b", TRUE);
  assert_found ("Казань", "kazan", "Казань", TRUE);
  assert_found ("Хрущёв", "khrushchev", "Хрущёв", TRUE);
  assert_found ("в Азербайджане", "azerbaij", "Азербайдж", TRUE);
  assert_found ("西安和北京", "北京", "北京", FALSE);
}

static void
test_unfinished (void)
{
  static const char *const rows[][2] = {
    { "kazak", "kazah" }, { "z", "j" },           { "t", "c" },       { "azerbaid", "azerbaij" },
    { "adz", "aj" },      { "tokai", "toka" },    { "i", "" },        { "hrushc", "hrush" },
    { "shk", "sh" },      { "tengiz", "tengij" }, { "astana", NULL }, { "kaspi", NULL },
    { "", NULL },         { "c", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *other = jol_fold_dup_unfinished (rows[i][0]);

      g_assert_cmpstr (other, ==, rows[i][1]);
    }
}

static void
append_random_letters (GString *text, const char *const *letters, gsize n_letters, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, (int) n_letters)]);
}

/* Whatever the text: the key is words, its bytes come from whole characters in order. */
static void
test_any_text (void)
{
  static const char *const letters[] = {
    "a", "E",       "k",       "h",      "s", "z",  "y",      "t",          "x",  "7", "ş",
    "ñ", "é",       "e\u0301", "\u0301", "ß", "Ё",  "й",      "щ",          "ь",  "ң", "Қ",
    "ї", "и\u0306", "京",      "한",     "ﬁ", "Ⅳ",  "½",      "ع",          "٣",  "Ω", "😀",
    " ", "-",       "’",       "\u2011", ",", "\n", "\u200b", "\U000e0041", "ａ", "ﷺ",
  };
  g_autoptr (JolFold) fold = jol_fold_new ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const JolFoldReading reading = i % 2 ? JOL_FOLD_SOUNDS : JOL_FOLD_LETTERS;
      gsize last_start = 0, length;
      const char *key;

      append_random_letters (text, letters, G_N_ELEMENTS (letters), g_test_rand_int_range (0, 12));
      jol_fold_read (fold, text->str, (gssize) text->len, reading);
      key = jol_fold_get_key (fold, &length);

      g_assert_cmpuint (length, ==, strlen (key));
      g_assert_true (g_utf8_validate (key, (gssize) length, NULL));
      g_assert_false (g_str_has_prefix (key, " ") || g_str_has_suffix (key, " "));
      g_assert_null (strstr (key, "  "));
      for (gsize at = 0; at < length; at++)
        {
          gsize start, end;

          if (key[at] == ' ')
            continue;
          jol_fold_get_range (fold, at, at + 1, &start, &end);
          g_assert_cmpuint (start, >=, last_start);
          g_assert_cmpuint (start, <, end);
          g_assert_cmpuint (end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + start, (gssize) (end - start), NULL));
          g_assert_false (g_ascii_isupper (key[at]));
          if (at == 0 || key[at - 1] == ' ')
            g_assert_true (jol_fold_is_start (fold, at));
          last_start = start;
        }
    }
}

/* BGN/PCGN's Russian of 1947, written down apart from the program's. */
static void
romanize (const char *word, GString *out)
{
  static const char *const table[] = {
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ʺ", "y", "’", "e", "yu", "ya",
  };
  gunichar before = 0;

  for (const char *p = word; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == 0x435 && (!before || g_utf8_strchr ("аеиоуыэюяъь", -1, before)))
        g_string_append (out, "ye");
      else
        g_string_append (out, table[c - 0x430]);
      before = c;
    }
}

static void
test_romanized (void)
{
  static const char *const letters[] = {
    "а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о", "п", "р",
    "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я",
  };

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) word = g_string_new ("к");
      g_autoptr (GString) roman = g_string_new (NULL);
      g_autofree char *key = NULL, *roman_key = NULL;

      append_random_letters (word, letters, G_N_ELEMENTS (letters), g_test_rand_int_range (0, 9));
      romanize (word->str, roman);
      key = jol_fold_dup_key (word->str);
      roman_key = jol_fold_dup_key (roman->str);
      g_test_message ("%s %s", word->str, roman->str);
      g_assert_cmpstr (key, ==, roman_key);
    }
}

/* While a name is typed, it is found after each letter. */
static void
test_typed (void)
{
  static const char *const letters[] = {
    "a", "e", "i", "o", "y", "k", "h", "s", "z", "t", "d", "j", "c", "g",
    "q", "x", "n", "е", "ж", "й", "х", "ц", "щ", "ь", "ю", "ң", "ş",
  };

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autofree char *key = NULL;

      append_random_letters (word, letters, G_N_ELEMENTS (letters), g_test_rand_int_range (1, 8));
      key = jol_fold_dup_key (word->str);
      for (const char *p = word->str; *p; p = g_utf8_next_char (p))
        {
          g_autofree char *typed = g_strndup (word->str, (gsize) (p - word->str));
          g_autofree char *begun = jol_fold_dup_key (typed);
          g_autofree char *other = jol_fold_dup_unfinished (begun);

          g_test_message ("%s: %s of %s", typed, begun, key);
          g_assert_true (g_str_has_prefix (key, begun) || (other && g_str_has_prefix (key, other)));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/spellings", test_spellings);
  g_test_add_func ("/fold/letters", test_letters);
  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/ranges", test_ranges);
  g_test_add_func ("/fold/unfinished", test_unfinished);
  g_test_add_func ("/fold/any-text", test_any_text);
  g_test_add_func ("/fold/romanized", test_romanized);
  g_test_add_func ("/fold/typed", test_typed);
  return g_test_run ();
}
