/* Languages: their codes, their tables, and which one a text is written in. */
#include "test.h"

#include "base/utf8.h"
#include "language/language_tables.h"

static const struct resources shipped = {.built_in = resource_data};

TEST_IN_ARENA(codes_are_read_by_their_first_part)
{
	struct languages *languages = languages_load(arena, &shipped);
	static const char *const rows[][2] = {
	    {"en", "en"},    {"en-GB", "en"}, {"EN_us", "en"},    {"de-Latn-AT", "de"}, {"nb", "no"},
	    {"nn-NO", "no"}, {"iw", "he"},    {"zh-Hant", "zh"},  {" fr ", "fr"},       {"", "und"},
	    {"-", "und"},    {"xx", "und"},   {"english", "und"}, {"e", "und"},         {"und", "und"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ng_text code = language_of(languages, text_of(rows[i][0]))->code;
		if (!text_equal(code, text_of(rows[i][1])))
			fail_msg("\"%s\" gives \"%.*s\"", rows[i][0], TEXT_ARGS(code));
	}
}

TEST_IN_ARENA(every_language_has_its_tables)
{
	struct languages *languages = languages_load(arena, &shipped);
	static const char *const stopped[] = {"ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu",
					      "fa", "fi", "fr", "ga", "he", "hi", "hr", "hu", "hy", "id", "it",
					      "ja", "ko", "lt", "lv", "ne", "nl", "no", "pl", "pt", "ro", "ru",
					      "sk", "sl", "sr", "sv", "ta", "tr", "uk", "vi", "yi", "zh"};

	assert_true(languages_count(languages) > 40);
	for (size_t i = 0; i < languages_count(languages); i++) {
		const struct language *language = languages_at(languages, i);
		assert_non_null(language->sentences);
		assert_non_null(language->dates);
		for (size_t k = 0; k < i; k++)
			assert_false(text_equal(language->code, languages_at(languages, k)->code));
	}
	for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) {
		const struct language *language = language_of(languages, text_of(stopped[i]));
		assert_string_equal(arena_string(arena, language->code), stopped[i]);
		if (language->stop.n < 50)
			fail_msg("%s has %zu stop words", stopped[i], language->stop.n);
		for (size_t w = 0; w < language->stop.n; w++) {
			struct buf lower = buf_new(arena, 1 << 10);
			utf8_lower(&lower, language->stop.at[w].key);
			assert_true(text_equal(buf_text(&lower), language->stop.at[w].key));
		}
	}
	assert_false(language_of(languages, TEXT("zh"))->segmented);
	assert_false(language_of(languages, TEXT("th"))->segmented);
	assert_true(language_of(languages, TEXT("ko"))->segmented);
	assert_string_equal(language_of(languages, TEXT("de"))->stemmer, "german");
	assert_null(language_of(languages, TEXT("und"))->stemmer);
	assert_int_equal(language_of(languages, TEXT("en"))->discourse.n > 0, true);
}

/* A language is a folder: a user's own is loaded, too. */
TEST_IN_ARENA(a_folder_makes_a_language)
{
	static const struct resource list[] = {
	    {"README.md", (const unsigned char *)"", 0},
	    {"qx/stopwords.txt", (const unsigned char *)"# mine\nfoo bar\nbaz\n", 19},
	    {"sample/a.txt", (const unsigned char *)"", 0},
	    {NULL, NULL, 0},
	};
	struct resources data = {.built_in = list};
	struct languages *languages = languages_load(arena, &data);
	const struct language *language = language_of(languages, TEXT("qx"));

	assert_text_equal(language->code, "qx");
	assert_int_equal(language->stop.n, 3);
	assert_non_null(table_get(&language->stop, TEXT("bar")));
	assert_text_equal(language_of(languages, TEXT("sample"))->code, "und");
}

/* One or two sentences a language, as a short agency item would have them. */
TEST_IN_ARENA(a_text_tells_its_language)
{
	static const char *const rows[][2] = {
	    {"en", "The old mill at the edge of the town burned down on Sunday, and nobody knows who was there when it "
		   "began."},
	    {"de", "Die alte Mühle am Rand der Stadt ist am Sonntag abgebrannt, und niemand weiß, wer dort war, als es "
		   "begann."},
	    {"fr", "Le vieux moulin situé au bord de la ville a brûlé dimanche et personne ne sait qui était là quand "
		   "cela a commencé."},
	    {"es",
	     "El viejo molino que está a las afueras de la ciudad se quemó el domingo y nadie sabe quién estaba allí."},
	    {"it", "Il vecchio mulino ai margini della città è bruciato domenica e nessuno sa chi fosse lì quando è "
		   "cominciato."},
	    {"pt", "O velho moinho que fica nos arredores da cidade ardeu no domingo e ninguém sabe quem estava lá "
		   "quando começou."},
	    {"nl",
	     "De oude molen aan de rand van de stad is zondag afgebrand en niemand weet wie er was toen het begon."},
	    {"da",
	     "Den gamle mølle i udkanten af byen brændte ned søndag, og ingen ved, hvem der var der, da det begyndte."},
	    {"sv", "Den gamla kvarnen i utkanten av staden brann ner på söndagen och ingen vet vem som var där när det "
		   "började."},
	    {"no",
	     "Den gamle møllen i utkanten av byen brant ned søndag, og ingen vet hvem som var der da det begynte."},
	    {"fi",
	     "Vanha mylly kaupungin laidalla paloi sunnuntaina, eikä kukaan tiedä, kuka siellä oli, kun se alkoi."},
	    {"pl",
	     "Stary młyn na skraju miasta spłonął w niedzielę i nikt nie wie, kto tam był, kiedy to się zaczęło."},
	    {"cs", "Starý mlýn na okraji města v neděli vyhořel a nikdo neví, kdo tam byl, když to začalo."},
	    {"sk", "Starý mlyn na okraji mesta v nedeľu vyhorel a nikto nevie, kto tam bol, keď to začalo."},
	    {"hu", "A város szélén álló régi malom vasárnap leégett, és senki sem tudja, hogy ki volt ott, amikor "
		   "kezdődött."},
	    {"ro",
	     "Vechea moară de la marginea orașului a ars duminică și nimeni nu știe cine era acolo când a început."},
	    {"tr",
	     "Kentin kenarındaki eski değirmen pazar günü yandı ve başladığında orada kimin olduğunu kimse bilmiyor."},
	    {"el", "Ο παλιός μύλος στην άκρη της πόλης κάηκε την Κυριακή και κανείς δεν ξέρει ποιος ήταν εκεί."},
	    {"bg",
	     "Старата мелница в края на града изгоря в неделя и никой не знае кой е бил там, когато това е започнало."},
	    {"ru", "Старая мельница на окраине города сгорела в воскресенье, и никто не знает, кто там был, когда это "
		   "началось."},
	    {"uk", "Старий млин на околиці міста згорів у неділю, і ніхто не знає, хто там був, коли це почалося."},
	    {"sr", "Стари млин на ивици града изгорео је у недељу и нико не зна ко је био тамо када је то почело."},
	    {"hr", "Stari mlin na rubu grada izgorio je u nedjelju i nitko ne zna tko je bio tamo kada je to počelo."},
	    {"sl", "Stari mlin na robu mesta je v nedeljo pogorel in nihče ne ve, kdo je bil tam, ko se je to začelo."},
	    {"ar", "احترقت الطاحونة القديمة على أطراف المدينة يوم الأحد ولا أحد يعرف من كان هناك عندما بدأ ذلك."},
	    {"fa", "آسیاب قدیمی در حاشیه شهر روز یکشنبه سوخت و هیچ کس نمی داند که چه کسی آن را دیده است."},
	    {"ur", "شہر کے کنارے پر پرانی چکی اتوار کو جل گئی اور کوئی نہیں جانتا کہ وہاں کون تھا جب یہ ہوا۔"},
	    {"he", "הטחנה הישנה בקצה העיר נשרפה ביום ראשון ואף אחד לא יודע מי היה שם כאשר זה התחיל."},
	    {"hi", "शहर के किनारे की पुरानी चक्की रविवार को जल गई और कोई नहीं जानता कि वहाँ कौन था जब यह शुरू हुआ।"},
	    {"vi", "Cối xay cũ ở ven thành phố đã bị cháy vào chủ nhật và không ai biết ai đã ở đó khi nó bắt đầu."},
	    {"id", "Kincir tua di pinggir kota itu terbakar pada hari Minggu dan tidak ada yang tahu siapa yang berada "
		   "di sana."},
	    {"ca", "El vell molí que hi ha als afores de la ciutat es va cremar diumenge i ningú no sap qui hi era."},
	    {"lt",
	     "Senas malūnas miesto pakraštyje sekmadienį sudegė ir niekas nežino, kas ten buvo, kai tai prasidėjo."},
	    {"lv", "Vecās dzirnavas pilsētas malā svētdien nodega, un neviens nezina, kas tur bija, kad tas sākās."},
	    {"et", "Vana veski linna servas põles pühapäeval maha ja keegi ei tea, kes seal oli, kui see algas."},
	    {"zh", "城边的旧磨坊星期天被烧毁，没有人知道当时谁在那里。"},
	    {"ja", "町外れの古い水車小屋が日曜日に全焼し、誰がそこにいたのかは分かっていない。"},
	    {"ko", "도시 변두리의 오래된 방앗간이 일요일에 불탔고 누가 거기 있었는지 아무도 모른다."},
	    {"th", "โรงสีเก่าที่ชานเมืองถูกไฟไหม้เมื่อวันอาทิตย์ และไม่มีใครรู้ว่าใครอยู่ที่นั่น"},
	    {"hy", "Քաղաքի ծայրին գտնվող հին ջրաղացը կիրակի այրվեց, և ոչ ոք չգիտի, թե ով էր այնտեղ։"},
	    /* no evidence */
	    {"und", ""},
	    {"und", "  \n\t "},
	    {"und", "12 345 - 67:89 (10%) 2020-03-05"},
	    {"und", "qwrtz plmk xvbn ghjkl fdsq wrtz bnmv xcvk zzpq lkjh mnbv rtzp"},
	    {"und", "\xff\xfe\xfd\xf0\x80"},
	    /* names in other letters do not turn a text */
	    {"ru", "Компания Orlan Mills International и её партнёр Vesk Holdings сообщили, что они уже не будут "
		   "продавать это."},
	    {"en", "The firm, known as Мельница at home and as 磨坊 in the east, said that it would not sell any of "
		   "its mills."},
	};
	struct languages *languages = languages_load(arena, &shipped);
	unsigned wrong = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ng_text code = language_identify(languages, text_of(rows[i][1]))->code;
		if (text_equal(code, text_of(rows[i][0])))
			continue;
		wrong++;
		print_error("%s taken for %.*s\n", rows[i][0], TEXT_ARGS(code));
	}
	assert_int_equal(wrong, 0);
}

TEST_IN_ARENA(only_the_beginning_counts)
{
	struct languages *languages = languages_load(arena, &shipped);
	struct buf text = buf_new(arena, SIZE_MAX);

	while (text.len < 4096)
		buf_puts(&text, "Niemand weiß, wer dort war, als es begann. ");
	while (text.len < 1 << 20)
		buf_puts(&text, "Nobody knows who was there when it began. ");
	assert_text_equal(language_identify(languages, buf_text(&text))->code, "de");
}

TEST_IN_ARENA(endless_words_are_read)
{
	static const char *const pieces[] = {"a", "é", "磨", "\xcc\x81", "\xe2\x80\x8d", "𝔸", "ﬁ"};
	struct languages *languages = languages_load(arena, &shipped);

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct buf text = buf_new(arena, SIZE_MAX);
		while (text.len < 1 << 16)
			buf_puts(&text, pieces[i]);
		for (size_t cut = 0; cut < 70; cut++)
			assert_non_null(language_identify(languages, text_slice(buf_text(&text), cut, 200 + cut)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(codes_are_read_by_their_first_part), cmocka_unit_test(every_language_has_its_tables),
	    cmocka_unit_test(a_folder_makes_a_language),          cmocka_unit_test(a_text_tells_its_language),
	    cmocka_unit_test(only_the_beginning_counts),          cmocka_unit_test(endless_words_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
