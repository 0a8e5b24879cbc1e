/*
 * The months' names, also in the case that stands in a day, and their usual short forms, in some thirty languages. In:
 * a word in lower case. Out: its number. A short form that means two months in two languages goes with the more spoken.
 */
#include "read/written_date.h"

/* clang-format off */
const char *const written_months[12] = {
	"january jan januar jänner janvier enero ene gennaio gen janeiro januari styczeń stycznia январь "
	"января янв leden ledna ocak січня січень ιανουαρίου ianuarie siječnja januára január يناير كانون "
	"tammikuuta ianuarius jaan ιαν",
	"february feb februar février fevrier febrero febbraio fevereiro fev februari luty lutego февраль "
	"февраля фев únor února şubat лютого φεβρουαρίου februarie veljače فبراير شباط helmikuuta február",
	"march mar märz maerz mrz mars marzo março marco maart marzec marca март марта мар březen března mart "
	"березня μαρτίου martie ožujka مارس آذار maaliskuuta március",
	"april apr avril abril abr aprile kwiecień kwietnia апрель апреля апр duben dubna nisan квітня "
	"απριλίου aprilie travnja أبريل ابريل نيسان huhtikuuta apríl április",
	"may mai mayo mag maggio maio mei maj maja май мая květen května mayıs травня μαΐου svibnja مايو أيار "
	"toukokuuta máj május",
	"june jun juni juin junio giugno giu junho czerwiec czerwca июнь июня июн červen června haziran "
	"червня ιουνίου iunie lipnja يونيو حزيران kesäkuuta jún június",
	"july jul juli juillet julio luglio lug julho lipiec lipca июль июля июл červenec července temmuz "
	"липня ιουλίου iulie srpnja يوليو تموز heinäkuuta júl július",
	"august aug août aout agosto ago augustus sierpień sierpnia август августа авг srpen srpna ağustos "
	"серпня αυγούστου kolovoza أغسطس اغسطس آب elokuuta augusti augusztus",
	"september sep sept septembre septiembre settembre set setembro wrzesień września сентябрь сентября "
	"сен září eylül вересня σεπτεμβρίου septembrie rujna سبتمبر أيلول syyskuuta szeptember",
	"october oct oktober okt octobre octubre ottobre ott outubro out październik października октябрь "
	"октября окт říjen října ekim жовтня οκτωβρίου octombrie listopada أكتوبر اكتوبر lokakuuta október",
	"november nov novembre noviembre novembro listopad ноябрь ноября ноя kasım листопада νοεμβρίου "
	"noiembrie studenoga نوفمبر marraskuuta",
	"december dec dezember dez décembre decembre diciembre dic dicembre dezembro grudzień grudnia декабрь "
	"декабря дек prosinec prosince aralık грудня δεκεμβρίου decembrie prosinca ديسمبر joulukuuta desember",
};
/* clang-format on */

int written_month(struct ng_text word)
{
	for (int month = 0; month < 12; month++) {
		struct ng_text rest = text_of(written_months[month]), name;
		while (text_cut(&rest, ' ', &name))
			if (name.len == word.len && text_equal(name, word))
				return month + 1;
	}
	return 0;
}
