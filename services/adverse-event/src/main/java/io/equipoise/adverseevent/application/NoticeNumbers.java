package io.equipoise.adverseevent.application;

/** Numbers of what a subscriber is notified of: from 1, without gaps, the same for every attempt. */
public interface NoticeNumbers {
    long number(String subscription, String notice);
}
