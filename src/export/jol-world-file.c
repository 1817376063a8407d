/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-world-file.h"

#include <string.h>

/* The equator, by the radius of EPSG:3857. */
#define WORLD_METRES (2.0 * G_PI * 6378137.0)

/* As the EPSG registry has it, in the form that the oldest readers know too. */
static const char reference_system[] =
    "PROJCS[\"WGS 84 / Pseudo-Mercator\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
    "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
    "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
    "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
    "AUTHORITY[\"EPSG\",\"4326\"]],PROJECTION[\"Mercator_1SP\"],"
    "PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
    "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],"
    "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],"
    "AXIS[\"Northing\",NORTH],EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 "
    "+lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],"
    "AUTHORITY[\"EPSG\",\"3857\"]]";

char *
jol_world_file_get_path (const char *path, guint index)
{
  g_return_val_if_fail (strlen (path) > strlen (".png"), NULL);

  return index == 0 ? g_strdup_printf ("%.*s.pgw", (int) (strlen (path) - strlen (".png")), path)
                    : g_strconcat (path, ".aux.xml", NULL);
}

/* Six lines: how far a px reaches east, two for a picture that is turned, how far it reaches north,
 * and the middle of the first px. */
static char *
describe_place (const JolTransform *view, double scale)
{
  const double metres_per_px = WORLD_METRES / view->size_px;
  const double step = metres_per_px / scale;
  const double values[] = { step,
                            0.0,
                            0.0,
                            -step,
                            view->left_px * metres_per_px - WORLD_METRES / 2.0 + step / 2.0,
                            WORLD_METRES / 2.0 - view->top_px * metres_per_px - step / 2.0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s\n",
                              g_ascii_formatd (number, sizeof number, "%.10f", values[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
jol_world_file_get_text (const JolScene *scene, double scale, guint index)
{
  g_autofree char *escaped = NULL;

  if (index == 0)
    return describe_place (jol_scene_get_transform (scene), scale);

  escaped = g_markup_escape_text (reference_system, -1);
  return g_strdup_printf ("<PAMDataset>\n  <SRS dataAxisToSRSAxisMapping=\"1,2\">%s</SRS>\n"
                          "</PAMDataset>\n",
                          escaped);
}
