/* Mail to articles: senders, dates and ids, mailboxes cut into messages, digests into items. */
#include "reading.h"

#include "read/mail.h"

TEST_IN_ARENA(reads_a_newsletter)
{
	struct article article = reading_one(
	    arena, &mail_reader,
	    "Received: by mx; Wed, 18 Mar 2026 00:00:00 +0000\nFrom: =?utf-8?q?Ada_Quill?= <news@post.example>\n"
	    "Subject: =?utf-8?q?The_harbour_=E2=80=94_open?=\nDate: Tue, 17 Mar 2026 08:40:00 +0100 (CET)\n"
	    "Message-ID: <17.3@post.example>\nList-Id: \"The Morning Paper\" <morning.post.example>\nContent-Language: "
	    "en, de\n"
	    "Archived-At: <https://post.example/m/17>\nContent-Type: text/html; charset=utf-8\n\n"
	    "<p>The ferry left the harbour at eight, and came back at noon with two hundred people.</p>");

	assert_text_equal(article.title, "The harbour \xe2\x80\x94 open");
	assert_text_equal(article.author, "Ada Quill");
	assert_text_equal(article.site, "The Morning Paper");
	assert_text_equal(article.id, "17.3@post.example");
	assert_text_equal(article.url, "https://post.example/m/17");
	assert_text_equal(article.language, "en");
	assert_text_equal(published_of(arena, &article), "2026-03-17T08:40:00+01:00");
	assert_int_equal(article.published_from, FROM_HEADER);
	assert_within(article.text, "The ferry left");
}

TEST_IN_ARENA(tells_sender_from_site)
{
	static const char *const cases[][3] = {
	    {"From: Ada Quill <ada@post.example>\n", "Ada Quill", "post.example"},
	    {"From: ada@post.example\n", "", "post.example"},
	    {"From: The Paper <n@post.example>\nList-Id: <x.post.example>\n", "", "The Paper"},
	    {"From: The Paper <n@post.example>\nList-Id: The Paper <x.post.example>\n", "", "The Paper"},
	    {"Subject: s\n", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text mail = arena_format(arena, "%s\nwords\n", cases[i][0]);
		struct article article = reading_one(arena, &mail_reader, mail.at);
		assert_text(article.author, text_of(cases[i][1]), cases[i][0], (int)i);
		assert_text(article.site, text_of(cases[i][2]), cases[i][0], (int)i);
	}
}

static const char mailbox[] =
    "From ada@post.example Tue Mar 17 08:40:00 2026\nSubject: one\n\nFrom here on\n>From there\n\n"
    "From bo@post.example Tue Mar 17 08:41:00 2026\nSubject: two\n\nlast\n";

TEST_IN_ARENA(cuts_a_mailbox)
{
	struct ng_text bytes = text_of(mailbox);
	size_t second = mail_reader.record_end(bytes, 0);

	assert_true(text_starts(text_slice(bytes, second, bytes.len), TEXT("From bo@")));
	assert_int_equal(mail_reader.record_end(bytes, second), bytes.len);
	struct articles articles = reading_of(arena, &mail_reader, text_slice(bytes, 0, second));
	assert_int_equal(articles.n, 1);
	assert_text_equal(articles.at[0].title, "one");
	assert_text_equal(text_trim(articles.at[0].text), "From here on\nFrom there");
	articles = reading_of(arena, &mail_reader, text_slice(bytes, second, bytes.len));
	assert_text_equal(articles.at[0].title, "two");
}

TEST_IN_ARENA(keeps_a_message_whole)
{
	struct ng_text bytes = TEXT("Subject: one\n\nFrom ada@post.example Tue Mar 17 08:40:00 2026\n");

	assert_int_equal(mail_reader.record_end(bytes, 0), bytes.len);
	(void)arena;
}

TEST_IN_ARENA(gives_each_item_of_a_digest)
{
	struct articles articles = reading_of(
	    arena, &mail_reader,
	    TEXT("From: The Paper <n@post.example>\nList-Id: <x>\nMessage-ID: <1@x>\nDate: 17 Mar 2026 08:40 GMT\n"
		 "Content-Type: text/html\n\n<h1>Today</h1>"
		 "<h2><a href='https://post.example/1'>Ferry late</a></h2><p>The ferry to the island was an hour late "
		 "again.</p>"
		 "<h2><a href='https://post.example/2'>Quay open</a></h2><p>The old quay is open to walkers from today "
		 "on.</p>"
		 "<h2><a href='https://post.example/3'>Storm near</a></h2><p>A storm is near, and the harbour master "
		 "waits.</p>"));

	assert_int_equal(articles.n, 3);
	assert_text_equal(articles.at[1].title, "Quay open");
	assert_text_equal(articles.at[1].url, "https://post.example/2");
	assert_text_equal(articles.at[1].id, "1@x#2");
	assert_text_equal(articles.at[1].site, "The Paper");
	assert_text_equal(published_of(arena, &articles.at[1]), "2026-03-17T08:40:00Z");
	assert_within(articles.at[1].text, "The old quay is open");
	assert_true(text_find(articles.at[1].text, TEXT("storm"), 0) == articles.at[1].text.len);
}

TEST_IN_ARENA(refuses_what_is_no_mail)
{
	struct reading reading;

	assert_false(reading_try(arena, &mail_reader, TEXT("Just words.\n"), &reading));
	assert_non_null(strstr(reading.error.what, "header"));
}

TEST_IN_ARENA(knows_a_mail_when_it_sees_one)
{
	assert_true(mail_reader.sniff(text_of(mailbox), TEXT("x")));
	assert_true(mail_reader.sniff(TEXT("Subject: s\nFrom: a\nDate: b\n\nwords"), TEXT("x")));
	assert_true(mail_reader.sniff(TEXT("Received: a\n b\nReturn-Path: <c>\nDelivered-To: d\n"), TEXT("x")));
	assert_true(mail_reader.sniff(TEXT(""), TEXT("x.eml")));
	assert_false(mail_reader.sniff(TEXT("From here on, all was well at 10:20.\n"), TEXT("x")));
	assert_false(mail_reader.sniff(TEXT("Subject: a headline\n\nFrom: b\nDate: c\n"), TEXT("x")));
	assert_false(mail_reader.sniff(TEXT("Title: a\nAuthor: b\nSummary: c\n\nwords"), TEXT("x")));
	assert_false(mail_reader.sniff(TEXT(""), TEXT("x")));
	(void)arena;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_newsletter),
	    cmocka_unit_test(tells_sender_from_site),
	    cmocka_unit_test(cuts_a_mailbox),
	    cmocka_unit_test(keeps_a_message_whole),
	    cmocka_unit_test(gives_each_item_of_a_digest),
	    cmocka_unit_test(refuses_what_is_no_mail),
	    cmocka_unit_test(knows_a_mail_when_it_sees_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
