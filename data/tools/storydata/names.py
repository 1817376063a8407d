# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles and notes of the series, by id."""


def title(en, ru, kk):
    return {"en": en, "ru": ru, "kk": kk}


SERIES = {
    "oil-by-outlet": (
        title(
            "Kazakhstan's oil exports by outlet",
            "Экспорт нефти Казахстана по направлениям",
            "Қазақстанның мұнай экспорты бағыттар бойынша",
        ),
        "Full years by all outlets are known for 2009, 2013, 2022 and 2024 and nearly so for 2023 "
        "and 2025; elsewhere gaps are gaps. To 2013 the line to China also carried some Russian "
        "oil. The oil shipped by Makhachkala goes on through Russia.",
    ),
    "tm-gas-by-destination": (
        title(
            "Turkmenistan's gas exports by destination",
            "Экспорт газа Туркменистана по назначению",
            "Түрікменстанның газ экспорты бағыттар бойынша",
        ),
        "What Gazprom bought and sold on to Ukraine counts as Russia. Planned and part-year "
        "figures are not totals. After 2021 no figures by country are published.",
    ),
    "uz-gas-by-destination": (
        title(
            "Uzbekistan's gas exports by destination",
            "Экспорт газа Узбекистана по назначению",
            "Өзбекстанның газ экспорты бағыттар бойынша",
        ),
        "Accounts of sales to Russia differ much from each other.",
    ),
    "kz-gas-by-destination": (
        title(
            "Kazakhstan's gas exports by destination",
            "Экспорт газа Казахстана по назначению",
            "Қазақстанның газ экспорты бағыттар бойынша",
        ),
        "Deliveries to Russia are mostly swaps of gas processed at Orenburg; full years were not "
        "found.",
    ),
    "tm-uz-gas-china": (
        title(
            "Turkmen and Uzbek gas to China together",
            "Туркменский и узбекский газ в Китай вместе",
            "Қытайға түрікмен және өзбек газы бірге",
        ),
        "Worked out from transit through Kazakhstan, since China publishes no volumes by country.",
    ),
    "population": (
        title(
            "Population of the five states",
            "Население пяти государств",
            "Бес мемлекеттің халқы",
        ),
        "Mid-year estimates; older years are revised as new censuses come in.",
    ),
    "gdp": (
        title(
            "Gross domestic product of the five states",
            "Валовой внутренний продукт пяти государств",
            "Бес мемлекеттің жалпы ішкі өнімі",
        ),
        "At current prices and official exchange rates; Turkmenistan's is widely doubted.",
    ),
    "kz-trade-share-russia": (
        title(
            "Russia's share of Kazakhstan's foreign trade",
            "Доля России во внешней торговле Казахстана",
            "Қазақстанның сыртқы саудасындағы Ресейдің үлесі",
        ),
        "Per cent of goods turnover, by Kazakh statistics. Gaps are years for which no support was "
        "found.",
    ),
    "kz-trade-share-china": (
        title(
            "China's share of Kazakhstan's foreign trade",
            "Доля Китая во внешней торговле Казахстана",
            "Қазақстанның сыртқы саудасындағы Қытайдың үлесі",
        ),
        "Per cent of goods turnover, by Kazakh statistics; Chinese customs give much larger sums.",
    ),
    "kz-trade-share-eu": (
        title(
            "The European Union's share of Kazakhstan's foreign trade",
            "Доля Европейского союза во внешней торговле Казахстана",
            "Қазақстанның сыртқы саудасындағы Еуропалық одақтың үлесі",
        ),
        "Per cent of goods turnover. The figure of 2024 may follow another method.",
    ),
    "kz-russia-trade": (
        title(
            "Trade between Kazakhstan and Russia",
            "Торговля Казахстана с Россией",
            "Қазақстан мен Ресейдің саудасы",
        ),
        "",
    ),
    "kz-china-trade-customs": (
        title(
            "Trade between Kazakhstan and China by Chinese customs",
            "Торговля Казахстана с Китаем по данным таможни Китая",
            "Қазақстан мен Қытайдың саудасы, Қытай кедені бойынша",
        ),
        "Kazakh statistics give smaller sums: $24.1bn in 2022.",
    ),
    "ca-china-trade-customs": (
        title(
            "Trade between the five states and China by Chinese customs",
            "Торговля пяти государств с Китаем по данным таможни Китая",
            "Бес мемлекет пен Қытайдың саудасы, Қытай кедені бойынша",
        ),
        "",
    ),
    "kz-imports-share-russia": (
        title(
            "Russia's share of Kazakhstan's imports",
            "Доля России в импорте Казахстана",
            "Қазақстан импортындағы Ресейдің үлесі",
        ),
        "",
    ),
    "kz-oil-exports": (
        title(
            "Kazakhstan's exports of oil and condensate",
            "Экспорт нефти и конденсата Казахстана",
            "Қазақстанның мұнай мен конденсат экспорты",
        ),
        "Sources differ by a few million tonnes in some years.",
    ),
    "kz-oil-cpc": (
        title(
            "Kazakh oil carried by CPC",
            "Казахстанская нефть по системе КТК",
            "КҚК арқылы қазақстандық мұнай",
        ),
        "The same figures as in the exports by outlet. Estimates are the line's total times an "
        "assumed Kazakh share.",
    ),
    "kz-oil-cpc-share": (
        title(
            "Share of Kazakhstan's oil exports through CPC",
            "Доля КТК в экспорте нефти Казахстана",
            "Қазақстанның мұнай экспортындағы КҚК үлесі",
        ),
        "",
    ),
    "kz-oil-via-russia-share": (
        title(
            "Share of Kazakhstan's oil exports that crosses Russia",
            "Доля экспорта нефти Казахстана через Россию",
            "Қазақстан мұнай экспортының Ресей арқылы өтетін үлесі",
        ),
        "By CPC and Atyrau–Samara. Oil shipped from Aktau to Makhachkala also crosses Russia and "
        "is not counted.",
    ),
    "cpc-total": (
        title(
            "All oil shipped by CPC",
            "Вся нефть, отгруженная КТК",
            "КҚК жөнелткен барлық мұнай",
        ),
        "Kazakh and Russian oil together.",
    ),
    "kz-oil-bypassing-russian-ports": (
        title(
            "Kazakh oil exported without Russian ports",
            "Экспорт нефти Казахстана в обход портов России",
            "Ресей порттарын айналып өткен қазақстандық мұнай",
        ),
        "",
    ),
    "kz-oil-aktau": (
        title(
            "Kazakh oil exported from Aktau",
            "Экспорт нефти из порта Актау",
            "Ақтау портынан мұнай экспорты",
        ),
        "Oil for Makhachkala goes on through Russia: 1.984 Mt of it in 2023, beside 1.392 Mt for "
        "Baku.",
    ),
    "kz-oil-germany": (
        title(
            "Kazakh oil to Germany by Druzhba",
            "Нефть Казахстана в Германию по «Дружбе»",
            "«Дружба» арқылы Германияға қазақстандық мұнай",
        ),
        "Part of the oil of Atyrau–Samara.",
    ),
    "kz-oil-china-pipeline": (
        title(
            "Kazakh oil to China by Atasu–Alashankou",
            "Нефть Казахстана в Китай по Атасу – Алашанькоу",
            "Атасу – Алашанькоу арқылы Қытайға қазақстандық мұнай",
        ),
        "To 2013 all oil through the line, some of it Russian; from 2018 Kazakh oil only, without "
        "the Russian oil in transit, about 10 Mt a year.",
    ),
    "kz-oil-batumi-rail": (
        title(
            "Kazakh oil by rail to Batumi",
            "Нефть Казахстана по железной дороге в Батуми",
            "Батумиге теміржолмен қазақстандық мұнай",
        ),
        "Part of the oil shipped from Aktau.",
    ),
    "kz-oil-iran-swaps": (
        title(
            "Kazakh oil swapped with Iran at Neka",
            "Обмен нефтью Казахстана с Ираном через Неку",
            "Нека арқылы Иранмен мұнай алмасу",
        ),
        "Part of the oil shipped from Aktau.",
    ),
    "kz-oil-china-rail": (
        title(
            "Crude by rail at Alashankou",
            "Нефть по железной дороге через Алашанькоу",
            "Алашанькоу арқылы теміржолмен мұнай",
        ),
        "All crude that came by rail.",
    ),
    "tm-gas-china": (
        title(
            "Turkmen gas piped to China",
            "Туркменский газ по трубам в Китай",
            "Қытайға құбырмен түрікмен газы",
        ),
        "Figures whose pages were read, as a check on the exports by destination. For 2020 Chinese "
        "customs give 20.7 Mt, which is not converted here.",
    ),
    "ca-gas-china": (
        title(
            "Central Asian gas piped to China",
            "Газ Центральной Азии по трубам в Китай",
            "Қытайға құбырмен Орталық Азия газы",
        ),
        "",
    ),
    "uz-gas-from-russia": (
        title(
            "Russian gas to Uzbekistan",
            "Российский газ в Узбекистан",
            "Өзбекстанға ресейлік газ",
        ),
        "Deliveries began in October 2023.",
    ),
    "tm-gas-production": (
        title(
            "Gas production of Turkmenistan",
            "Добыча газа в Туркменистане",
            "Түрікменстанның газ өндіруі",
        ),
        "The two years in which exports by the Russian route stood still or nearly so.",
    ),
}
